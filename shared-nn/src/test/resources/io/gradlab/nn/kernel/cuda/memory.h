// Memory that ends at a page which nobody may touch, so that an access behind its end is caught.
#pragma once
#include <sys/mman.h>
#include <unistd.h>
#include <cstddef>

namespace shim {
static size_t whole(size_t bytes) { // whole pages
    size_t page = sysconf(_SC_PAGESIZE);
    return (bytes + page - 1) / page * page;
}

// The start of whole(bytes) bytes, or null.
static char* room(size_t bytes) {
    size_t size = whole(bytes);
    size_t guard = sysconf(_SC_PAGESIZE);
    void* start = mmap(nullptr, size + guard, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (start == MAP_FAILED) return nullptr;
    mprotect(static_cast<char*>(start) + size, guard, PROT_NONE);
    return static_cast<char*>(start);
}
} // namespace shim
