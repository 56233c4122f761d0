// Sums over rows, over channels, and of squares:
//
//     for i, j: sums[j] += matrix[i, j]        for n, c, p: sums[c] += images[n, c, p]        for i: sum += x[i]²
//
// Bound by bytes: 4 for each element. Two passes, both in a fixed order: blocks sum shares of the input, whose number depends
// on the shape alone; then the shares' sums are summed.
#include "channels.cuh"
#include "fold.cuh"

// A block sums 32 columns over a share of the rows, eight rows at a time; row s of `sums` becomes the sums of share s.
extern "C" __global__ void sum_rows(const float* matrix, float* sums, int rows, int columns, int share) {
    __shared__ float tile[8][32];
    int lane = threadIdx.x % 32;
    int line = threadIdx.x / 32;
    int column = blockIdx.x * 32 + lane;
    int from = blockIdx.y * share;
    int to = min(rows, from + share);
    float sum = 0;
    if (column < columns) {
        inGroups<4>(from + line, to, 8, [&](const auto& at) {
            float x[PLACES(at)];
            for (int k = 0; k < PLACES(at); k++) x[k] = matrix[static_cast<long long>(at[k]) * columns + column];
            for (int k = 0; k < PLACES(at); k++) sum += x[k];
        });
    }
    tile[line][lane] = sum;
    __syncthreads();
    if (line == 0 && column < columns) {
        for (int i = 1; i < 8; i++) sum += tile[i][lane];
        sums[static_cast<long long>(blockIdx.y) * columns + column] = sum;
    }
}

template <int WIDTH>
__device__ __forceinline__ float channelSum(const Channel& channel, const float* images) {
    float sum = 0;
    channel.walk<WIDTH, 4>([&](const auto& at) {
        Pixels<WIDTH> x[PLACES(at)];
        for (int k = 0; k < PLACES(at); k++) x[k] = Pixels<WIDTH>::load(images + at[k]);
        for (int k = 0; k < PLACES(at); k++) {
            for (int i = 0; i < WIDTH; i++) sum += x[k].at[i];
        }
    });
    return sum;
}

// sums[s · C + c] becomes the sum of share s of channel c.
extern "C" __global__ void sum_channels(const float* images, float* sums, int number, int channels, int plane, int share) {
    Channel channel = {number, channels, plane, share};
    float sum = blockSum(plane % 4 == 0 ? channelSum<4>(channel, images) : channelSum<1>(channel, images));
    if (threadIdx.x == 0) sums[blockIdx.y * channels + blockIdx.x] = sum;
}

// In double, as the result is; sums[b] becomes block b's.
extern "C" __global__ void square_sums(const float* x, double* sums, int n) {
    int step = gridDim.x * blockDim.x;
    int quarter = n / 4;
    double sum = 0;
    inGroups<4>(blockIdx.x * blockDim.x + threadIdx.x, quarter, step, [&](const auto& at) {
        float4 a[PLACES(at)];
        for (int k = 0; k < PLACES(at); k++) a[k] = reinterpret_cast<const float4*>(x)[at[k]];
        for (int k = 0; k < PLACES(at); k++) {
            sum += static_cast<double>(a[k].x) * a[k].x + static_cast<double>(a[k].y) * a[k].y
                + static_cast<double>(a[k].z) * a[k].z + static_cast<double>(a[k].w) * a[k].w;
        }
    });
    int last = 4 * quarter + blockIdx.x * blockDim.x + threadIdx.x;
    if (last < n) sum += static_cast<double>(x[last]) * x[last];
    sum = blockSum(sum);
    if (threadIdx.x == 0) sums[blockIdx.x] = sum;
}

// One block: the sum of a few doubles, divided.
extern "C" __global__ void sum_doubles(const double* x, double* sum, int n, int divisor) {
    double mine = 0;
    for (int i = threadIdx.x; i < n; i += blockDim.x) mine += x[i];
    mine = blockSum(mine);
    if (threadIdx.x == 0) *sum = mine / divisor;
}
