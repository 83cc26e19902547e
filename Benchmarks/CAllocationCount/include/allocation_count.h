// Counts what a program asks of malloc, calloc and realloc while it is told to, on all threads.
#ifndef ALLOCATION_COUNT_H
#define ALLOCATION_COUNT_H

#include <stdint.h>

/// Begins to count from nothing.
void allocation_count_begin(void);

/// Ends counting.
void allocation_count_end(void);

/// Requests since counting began; -1 where this C library cannot be counted.
int64_t allocation_count(void);

/// Bytes asked for since counting began.
int64_t allocation_count_bytes(void);

#endif
