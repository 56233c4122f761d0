// Means and variances of many numbers, by threads that each see some of them.
#pragma once
#include "channels.cuh"
#include "fold.cuh"

// How many numbers, their mean and the sum of their squared deviations from it. Joining two of these (Chan, Golub and LeVeque,
// 1979) never subtracts large numbers that are almost equal, which Σx² - (Σx)²/M would.
template <class T>
struct Statistics {
    T count, mean, deviations;

    __device__ __forceinline__ void join(T otherCount, T otherMean, T otherDeviations) {
        if (otherCount == 0) return;
        T both = count + otherCount;
        T difference = otherMean - mean;
        T part = otherCount / both;
        mean += difference * part;
        deviations += otherDeviations + difference * difference * count * part;
        count = both;
    }

    // Lane 0 gets those of the warp.
    __device__ __forceinline__ void joinWarp() {
        for (int by = 16; by > 0; by /= 2) {
            T n = __shfl_down_sync(WHOLE_WARP, count, by);
            T m = __shfl_down_sync(WHOLE_WARP, mean, by);
            T d = __shfl_down_sync(WHOLE_WARP, deviations, by);
            join(n, m, d); // lanes that have nobody below join themselves; nobody reads those
        }
    }
};

// A thread's share of a share. Its sums are taken relative to its first number: that one is no farther from their mean than
// √count deviations, so little is lost by subtracting.
template <int WIDTH>
__device__ __forceinline__ Statistics<float> ownStatistics(const Channel& channel, const float* images) {
    float first = 0, sum = 0, squares = 0;
    int count = 0;
    channel.walk<WIDTH, 4>([&](const auto& at) {
        Pixels<WIDTH> x[PLACES(at)];
        for (int k = 0; k < PLACES(at); k++) x[k] = Pixels<WIDTH>::load(images + at[k]);
        first = count == 0 ? x[0].at[0] : first;
        for (int k = 0; k < PLACES(at); k++) {
            for (int i = 0; i < WIDTH; i++) {
                float difference = x[k].at[i] - first;
                sum += difference;
                squares += difference * difference;
            }
        }
        count += PLACES(at) * WIDTH;
    });
    if (count == 0) return {0, 0, 0};
    float deviations = squares - sum * sum / count;
    return {static_cast<float>(count), first + sum / count, deviations < 0 ? 0 : deviations};
}
