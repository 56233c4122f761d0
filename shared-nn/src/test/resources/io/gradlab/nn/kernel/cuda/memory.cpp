// The shim's device memory. A piece starts at a multiple of 16 bytes and ends at a guard page, or up to 15 bytes before; those
// bytes, and what lies before the piece on its first page, hold a pattern that a float reads as NaN and that must still be
// there in the end.
#include "memory.h"
#include <cstring>

static const int PATTERN = 0xFF;

static size_t lead(size_t bytes) { return (shim::whole(bytes) - bytes) / 16 * 16; }

static bool untouched(const char* from, const char* to) {
    for (; from < to; from++) {
        if (*from != char(PATTERN)) return false;
    }
    return true;
}

extern "C" void* shim_allocate(long bytes) {
    char* room = shim::room(bytes);
    if (!room) return nullptr;
    memset(room, PATTERN, shim::whole(bytes));
    return room + lead(bytes);
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
