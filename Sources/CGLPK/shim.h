#ifndef SIMRUN_CGLPK_SHIM_H
#define SIMRUN_CGLPK_SHIM_H
#include <glpk.h>
#endif
