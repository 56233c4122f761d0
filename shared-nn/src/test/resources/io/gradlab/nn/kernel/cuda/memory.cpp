// The shim's device memory. A piece starts at a multiple of 16 bytes and ends at a guard page, or up to 15 bytes before. It is
// full of NaN at first, so that what was never written is seen; the bytes beside it hold large numbers, which no arithmetic
// leaves as they are, and which must still be there in the end.
#include "memory.h"
#include <cstring>

static const int INSIDE = 0xFF;
static const int OUTSIDE = 0x7B;

static size_t lead(size_t bytes) { return (shim::whole(bytes) - bytes) / 16 * 16; }

static bool untouched(const char* from, const char* to) {
    for (; from < to; from++) {
        if (*from != char(OUTSIDE)) return false;
    }
    return true;
}

extern "C" void* shim_allocate(long bytes) {
    char* room = shim::room(bytes);
    if (!room) return nullptr;
    memset(room, OUTSIDE, shim::whole(bytes));
    return memset(room + lead(bytes), INSIDE, bytes);
}

// Returns whether nobody has written beside the piece.
extern "C" int shim_release(void* piece, long bytes) {
    char* start = static_cast<char*>(piece);
    char* room = start - lead(bytes);
    size_t size = shim::whole(bytes);
    bool clean = untouched(room, start) && untouched(start + bytes, room + size);
    munmap(room, size + sysconf(_SC_PAGESIZE));
    return clean;
}
