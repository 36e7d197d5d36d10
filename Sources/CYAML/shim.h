#ifndef KITBAG_CYAML_SHIM_H
#define KITBAG_CYAML_SHIM_H

#include <yaml.h>

#endif
