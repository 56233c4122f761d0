// Shared memory: new for each block, full of NaN, each array on no larger a boundary than its declaration promises. So what
// was never written is seen, and four numbers read at once from an array that does not say __align__(16).
#pragma once
#include "fibres.h"
#include "memory.h"

namespace shim {
constexpr int STATIC = 48 << 10; // the most that declarations may ask for, in bytes
constexpr int DYNAMIC = 227 << 10; // the most that a launch may ask for, on the largest chips
static char* pool; // dynamic: its end is the end of its room
static int poolBytes;
static char* arena; // static
static size_t arenaEnd; // of what was given out to this block
static int declared; // bytes of that
static long block; // counts

static void openShared(int bytes) {
    if (!pool) {
        pool = room(DYNAMIC);
        arena = room(2 * STATIC);
    }
    poolBytes = bytes;
}

static void* dynamicShared() { return pool + whole(DYNAMIC) - (poolBytes + 15) / 16 * 16; }

static void clearShared() {
    block++;
    arenaEnd = 0;
    declared = 0;
    memset(dynamicShared(), 0xFF, (poolBytes + 15) / 16 * 16);
    memset(arena, 0xFF, 2 * STATIC);
}

// The array of one declaration: each lambda is of a type of its own, so each declaration has a function of its own.
template <class T, size_t ALIGN, class Declaration>
static T& shared(Declaration) {
    static long of = -1;
    static T* at;
    if (of != block) {
        constexpr size_t align = ALIGN > alignof(T) ? ALIGN : alignof(T);
        size_t start = (arenaEnd + 2 * align - 1) / (2 * align) * 2 * align + align; // a multiple of align, not of twice
        at = reinterpret_cast<T*>(arena + start);
        arenaEnd = start + sizeof(T);
        declared += sizeof(T);
        of = block;
        if (declared > STATIC) fail("more than 48 KB of static shared memory");
    }
    return *at;
}
} // namespace shim
