#ifndef SIMRUN_CGLPK_SHIM_H
#define SIMRUN_CGLPK_SHIM_H
// The generator of mixed-integer rounding cuts is exported by the library, but declared only on request.
#define GLP_UNDOC
#include <glpk.h>
#include <setjmp.h>
#include <stddef.h>

// GLPK ends the process where one of its own assertions fails, as its simplex method's do on figures that differ by
// more orders of magnitude than numbers have digits. The calls below come back with SIMRUN_BROKEN instead. Between
// them and the failure lie frames of GLPK alone. Whatever it was working with is lost, so the memory that it took in
// the call is not given back, and the basis is made anew before the problem is used again.
#define SIMRUN_BROKEN (-1)

static void simrun_leave(void *place) { longjmp(*(jmp_buf *)place, 1); }

static int simrun_swallow(void *info, const char *text) {
  (void)info;
  (void)text;
  return 1;
}

static inline void simrun_guard(jmp_buf *place) {
  glp_term_hook(simrun_swallow, NULL);
  glp_error_hook(simrun_leave, place);
}

static inline void simrun_unguard(void) {
  glp_error_hook(NULL, NULL);
  glp_term_hook(NULL, NULL);
}

static inline int simrun_left(void) {
  simrun_unguard();
  glp_term_out(GLP_OFF);
  return SIMRUN_BROKEN;
}

/// The factorisation at hand may be half changed: another basis, and back, drops it.
static inline int simrun_broken(glp_prob *problem) {
  int code = simrun_left();
  glp_std_basis(problem);
  if (glp_get_num_rows(problem) > 0) glp_set_row_stat(problem, 1, GLP_NS);
  glp_std_basis(problem);
  return code;
}

static inline int simrun_simplex(glp_prob *problem, const glp_smcp *control) {
  jmp_buf place;
  if (setjmp(place) != 0) return simrun_broken(problem);
  simrun_guard(&place);
  int code = glp_simplex(problem, control);
  simrun_unguard();
  return code;
}

static inline int simrun_intopt(glp_prob *problem, const glp_iocp *control) {
  jmp_buf place;
  if (setjmp(place) != 0) return simrun_left();
  simrun_guard(&place);
  int code = glp_intopt(problem, control);
  simrun_unguard();
  return code;
}

static inline int simrun_exact(glp_prob *problem, const glp_smcp *control) {
  jmp_buf place;
  if (setjmp(place) != 0) return simrun_broken(problem);
  simrun_guard(&place);
  int code = glp_exact(problem, control);
  simrun_unguard();
  return code;
}
#endif
