#include "allocation_count.h"

#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>

#if defined(__linux__) && defined(__GLIBC__)

// glibc's own names for its allocator: what is defined here takes the place of the public ones in the whole
// program, and hands every request on.
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *memory, size_t size);

static atomic_bool is_counting;
static atomic_int_fast64_t requests;
static atomic_int_fast64_t bytes;

static inline void count(size_t size) {
  if (!atomic_load_explicit(&is_counting, memory_order_relaxed)) return;
  atomic_fetch_add_explicit(&requests, 1, memory_order_relaxed);
  atomic_fetch_add_explicit(&bytes, (int_fast64_t)size, memory_order_relaxed);
}

void *malloc(size_t size) {
  count(size);
  return __libc_malloc(size);
}

void *calloc(size_t number, size_t size) {
  count(number * size);
  return __libc_calloc(number, size);
}

void *realloc(void *memory, size_t size) {
  count(size);
  return __libc_realloc(memory, size);
}

void allocation_count_begin(void) {
  atomic_store(&requests, 0);
  atomic_store(&bytes, 0);
  atomic_store(&is_counting, 1);
}

void allocation_count_end(void) { atomic_store(&is_counting, 0); }

int64_t allocation_count(void) { return atomic_load(&requests); }

int64_t allocation_count_bytes(void) { return atomic_load(&bytes); }

#else

void allocation_count_begin(void) {}
void allocation_count_end(void) {}
int64_t allocation_count(void) { return -1; }
int64_t allocation_count_bytes(void) { return -1; }

#endif
