// Copies from global to shared memory that run while the thread goes on (compute capability 8.0 and above). Copies since the
// last commit form a group; awaitCopies<n>() waits until at most the n latest groups may still be under way.
#pragma once

// Copies 4, 8 or 16 bytes, both ends aligned to that; of these, the first `valid` are read, and zeros written for the rest.
template <int BYTES>
__device__ __forceinline__ void copyAsync(void* shared, const void* global, int valid) {
#ifdef SHIM
    shim_copy_async(shared, global, BYTES, valid);
#else
    unsigned to = static_cast<unsigned>(__cvta_generic_to_shared(shared));
    if (BYTES == 16) { // only whole lines of 16 bytes may pass by the first cache
        asm volatile("cp.async.cg.shared.global [%0], [%1], 16, %2;" ::"r"(to), "l"(global), "r"(valid) : "memory");
    } else {
        asm volatile("cp.async.ca.shared.global [%0], [%1], %3, %2;" ::"r"(to), "l"(global), "r"(valid), "n"(BYTES) : "memory");
    }
#endif
}

__device__ __forceinline__ void commitCopies() {
#ifdef SHIM
    shim_commit();
#else
    asm volatile("cp.async.commit_group;" ::: "memory");
#endif
}

template <int LEFT>
__device__ __forceinline__ void awaitCopies() {
#ifdef SHIM
    shim_wait(LEFT);
#else
    asm volatile("cp.async.wait_group %0;" ::"n"(LEFT) : "memory");
#endif
}
