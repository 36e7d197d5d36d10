// What tests of several targets share; every file of this target sees it.
@_exported import TestSupport
