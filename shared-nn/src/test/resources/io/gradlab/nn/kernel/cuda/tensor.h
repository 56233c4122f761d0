// Tensor cores and asynchronous copies on the host; the .cuh files call these where nvcc gets the instructions.
#pragma once

// d += a · b for 16×8 by 8×8 numbers, each lane holding four of a, two of b and four of d, as PTX's mma.sync.m16n8k8 lays
// them out. The inputs' last 13 bits are not seen, as on the chip.
static inline void shim_mma_m16n8k8(float* d, const unsigned* a, const unsigned* b) {
    unsigned mine[6] = {a[0], a[1], a[2], a[3], b[0], b[1]};
    int lane = shim::running % 32;
    const shim::Shown* warp = shim::show(0xFFFFFFFFu, mine, sizeof mine);
    auto number = [](unsigned bits) { return __uint_as_float(bits & 0xFFFFE000u); };
    for (int i = 0; i < 4; i++) {
        int row = lane / 4 + i / 2 * 8;
        int column = lane % 4 * 2 + i % 2;
        float sum = d[i];
        for (int k = 0; k < 8; k++) {
            float left = number(warp[row % 8 * 4 + k % 4].words[row / 8 + k / 4 * 2]);
            float right = number(warp[column * 4 + k % 4].words[4 + k / 4]);
            sum += left * right;
        }
        d[i] = sum;
    }
}

// A float rounded to TF32's ten bits after the point, halves away from zero: cvt.rna.tf32.f32.
static inline unsigned shim_tf32(float x) {
    unsigned bits = __float_as_uint(x);
    return std::isfinite(x) ? (bits + 0x1000u) & 0xFFFFE000u : bits;
}

namespace shim {
static void perform(const Copy& copy) {
    memcpy(copy.to, copy.from, copy.valid);
    memset(static_cast<char*>(copy.to) + copy.valid, 0, copy.bytes - copy.valid);
}
} // namespace shim

// cp.async: a copy may happen at once or as late as its wait; the fibres' order decides, so a wait that is missing shows.
static inline void shim_copy_async(void* to, const void* from, int bytes, int valid) {
    if (uintptr_t(to) % bytes || (valid && uintptr_t(from) % bytes)) shim::fail("cp.async is not aligned to its size");
    shim::Copy copy = {to, from, bytes, valid, shim::groups[shim::running]};
    bool now = shim::fibreOrder == shim::FORWARD || (shim::fibreOrder == shim::RANDOM && shim::draw(2));
    if (now) {
        shim::perform(copy);
    } else {
        shim::copies[shim::running].push_back(copy);
    }
}
static inline void shim_commit() { shim::groups[shim::running]++; }
// Waits until at most so many of the latest groups may be under way.
static inline void shim_wait(int left) {
    auto& mine = shim::copies[shim::running];
    size_t kept = 0;
    for (shim::Copy& copy : mine) {
        if (copy.group < shim::groups[shim::running] - left) {
            shim::perform(copy);
        } else {
            mine[kept++] = copy;
        }
    }
    mine.resize(kept);
}
