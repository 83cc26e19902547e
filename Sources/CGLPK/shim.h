#ifndef SIMRUN_CGLPK_SHIM_H
#define SIMRUN_CGLPK_SHIM_H
// The generator of mixed-integer rounding cuts is exported by the library, but declared only on request.
#define GLP_UNDOC
#include <glpk.h>
#endif
