#ifndef KITBAG_CZIP_SHIM_H
#define KITBAG_CZIP_SHIM_H

#include <zip.h>

#endif
