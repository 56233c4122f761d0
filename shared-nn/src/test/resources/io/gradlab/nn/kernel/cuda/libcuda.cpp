// A libcuda.so.1 that is none: answers the calls that JCuda makes for us, and runs kernels by the shim's libraries. So the
// whole way from Java through JCuda to a kernel can be gone on a machine without a GPU.
//   FAKE_CUDA_LIBRARIES   the shim's libraries, with colons between
//   FAKE_CUDA_INIT        what cuInit returns (default 0; 100: no device)
//   FAKE_CUDA_CAPABILITY  ten times the compute capability (default 90)
//   FAKE_CUDA_VERSION     the driver's CUDA (default 13000)
//   FAKE_CUDA_MEMORY      the device's memory in bytes (default 4 GB)
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <string>
#include <unordered_map>
#include <vector>

namespace {
typedef unsigned long long Pointer;
enum { SUCCESS = 0, INVALID_VALUE = 1, OUT_OF_MEMORY = 2, INVALID_CONTEXT = 201, NOT_FOUND = 500, LAUNCH_FAILED = 719 };

long long setting(const char* name, long long otherwise) {
    const char* text = getenv(name);
    return text ? atoll(text) : otherwise;
}

std::unordered_map<Pointer, size_t> blocks;
size_t used;
bool current; // whether this process's one context was made current

struct Request {
    int x, y, z, threads, shared, order, slots;
};

struct Function {
    int (*entry)(const Request*, const char*, char*);
    int parameters; // -1 until the first launch has found it out
};

int run(Function* function, Request request, void** parameters) {
    char message[256] = "";
    int least = function->parameters < 0 ? 0 : function->parameters;
    int most = function->parameters < 0 ? 32 : function->parameters;
    for (request.slots = least; request.slots <= most; request.slots++) {
        std::vector<char> slots(8 * 32 + 8);
        for (int i = 0; i < request.slots; i++) memcpy(&slots[8 * i], parameters[i], 8);
        if (function->entry(&request, slots.data(), message) == 0) {
            function->parameters = request.slots;
            return SUCCESS;
        }
        if (!strstr(message, "another number of parameters")) break;
    }
    fprintf(stderr, "fake CUDA: %s\n", message);
    return LAUNCH_FAILED;
}

struct NodeParameters { // CUDA_KERNEL_NODE_PARAMS of CUDA 12
    Function* function;
    unsigned gridX, gridY, gridZ, blockX, blockY, blockZ, shared;
    void** parameters;
    void** extra;
    void* kernel;
    void* context;
};

struct Node {
    Function* function;
    Request request;
    std::vector<uint64_t> values;

    int set(const NodeParameters* from) {
        if (!from->function || from->kernel || from->extra || from->blockY != 1 || from->blockZ != 1) return INVALID_VALUE;
        function = from->function;
        request = {int(from->gridX), int(from->gridY), int(from->gridZ), int(from->blockX), int(from->shared), 0, 0};
        values.resize(32);
        for (int i = 0; i < 32; i++) memcpy(&values[i], from->parameters[i], 8);
        return SUCCESS;
    }

    int launch() {
        void* parameters[32];
        for (int i = 0; i < 32; i++) parameters[i] = &values[i];
        return run(function, request, parameters);
    }
};

struct Graph {
    std::vector<Node*> nodes; // in the order in which they run
};
} // namespace

extern "C" {
int cuInit(unsigned) { return int(setting("FAKE_CUDA_INIT", 0)); }
int cuDriverGetVersion(int* version) { *version = int(setting("FAKE_CUDA_VERSION", 13000)); return SUCCESS; }
int cuDeviceGetCount(int* count) { *count = 1; return SUCCESS; }
int cuDeviceGet(int* device, int) { *device = 0; return SUCCESS; }
int cuDeviceGetName(char* name, int length, int) { snprintf(name, size_t(length), "Fake GPU"); return SUCCESS; }
int cuDeviceTotalMem_v2(size_t* bytes, int) { *bytes = size_t(setting("FAKE_CUDA_MEMORY", 4LL << 30)); return SUCCESS; }
int cuDeviceGetAttribute(int* value, int attribute, int) {
    int capability = int(setting("FAKE_CUDA_CAPABILITY", 90));
    *value = attribute == 75 ? capability / 10 : attribute == 76 ? capability % 10 : attribute == 16 ? 2 : 0;
    return SUCCESS;
}
int cuDevicePrimaryCtxRetain(void** context, int) { *context = &blocks; return SUCCESS; }
int cuDevicePrimaryCtxRelease_v2(int) {
    if (!blocks.empty()) fprintf(stderr, "fake CUDA: %zu pieces of memory were not given back\n", blocks.size());
    return SUCCESS;
}
int cuCtxSetCurrent(void* context) { current = context == &blocks; return current ? SUCCESS : INVALID_VALUE; }
int cuStreamCreate(void** stream, unsigned) { *stream = &used; return current ? SUCCESS : INVALID_CONTEXT; }
int cuStreamDestroy_v2(void*) { return SUCCESS; }
int cuStreamSynchronize(void* stream) { return stream == &used ? SUCCESS : INVALID_VALUE; }

int cuMemGetInfo_v2(size_t* free, size_t* total) {
    cuDeviceTotalMem_v2(total, 0);
    *free = *total - used;
    return SUCCESS;
}
int cuMemAlloc_v2(Pointer* pointer, size_t bytes) {
    size_t total;
    cuDeviceTotalMem_v2(&total, 0);
    if (used + bytes > total) return OUT_OF_MEMORY;
    void* memory = aligned_alloc(256, (bytes + 255) / 256 * 256);
    memset(memory, 0xFF, bytes); // NaN: nobody may count on zeros
    *pointer = Pointer(memory);
    blocks[*pointer] = bytes;
    used += bytes;
    return SUCCESS;
}
int cuMemFree_v2(Pointer pointer) {
    if (!blocks.count(pointer)) return INVALID_VALUE;
    used -= blocks[pointer];
    blocks.erase(pointer);
    free(reinterpret_cast<void*>(pointer));
    return SUCCESS;
}
int cuMemAllocHost_v2(void** memory, size_t bytes) { *memory = aligned_alloc(4096, bytes); return SUCCESS; }
int cuMemFreeHost(void* memory) { free(memory); return SUCCESS; }
int cuMemcpyHtoDAsync_v2(Pointer to, const void* from, size_t bytes, void*) {
    memcpy(reinterpret_cast<void*>(to), from, bytes);
    return SUCCESS;
}
int cuMemcpyDtoHAsync_v2(void* to, Pointer from, size_t bytes, void*) {
    memcpy(to, reinterpret_cast<void*>(from), bytes);
    return SUCCESS;
}
int cuMemcpyDtoDAsync_v2(Pointer to, Pointer from, size_t bytes, void*) {
    memmove(reinterpret_cast<void*>(to), reinterpret_cast<void*>(from), bytes);
    return SUCCESS;
}

int cuModuleLoadData(void** module, const void* image) {
    if (!strstr(static_cast<const char*>(image), ".entry")) return INVALID_VALUE; // no PTX
    *module = const_cast<char*>(strdup(static_cast<const char*>(image)));
    return SUCCESS;
}
int cuModuleGetFunction(Function** function, void* module, const char* name) {
    if (!strstr(static_cast<const char*>(module), name)) return NOT_FOUND;
    std::string libraries = getenv("FAKE_CUDA_LIBRARIES") ? getenv("FAKE_CUDA_LIBRARIES") : "";
    for (char* path = strtok(&libraries[0], ":"); path; path = strtok(nullptr, ":")) {
        void* library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
        void* entry = library ? dlsym(library, ("shim_" + std::string(name)).c_str()) : nullptr;
        if (entry) {
            *function = new Function{reinterpret_cast<int (*)(const Request*, const char*, char*)>(entry), -1};
            return SUCCESS;
        }
    }
    return NOT_FOUND;
}
int cuFuncSetAttribute(Function*, int attribute, int) { return attribute == 8 ? SUCCESS : INVALID_VALUE; }
int cuLaunchKernel(Function* function, unsigned x, unsigned y, unsigned z, unsigned threads, unsigned blockY, unsigned blockZ,
    unsigned shared, void*, void** parameters, void** extra) {
    if (extra || blockY != 1 || blockZ != 1) return INVALID_VALUE;
    return run(function, {int(x), int(y), int(z), int(threads), int(shared), 0, 0}, parameters);
}

int cuGraphCreate(Graph** graph, unsigned) { *graph = new Graph; return SUCCESS; }
int cuGraphAddKernelNode_v2(Node** node, Graph* graph, Node* const* before, size_t count, const NodeParameters* from) {
    bool chained = graph->nodes.empty() ? count == 0 : count == 1 && before[0] == graph->nodes.back();
    if (!chained) return INVALID_VALUE; // a graph that is no chain would need an order of its own
    *node = new Node;
    graph->nodes.push_back(*node);
    return (*node)->set(from);
}
int cuGraphInstantiateWithFlags(Graph** executable, Graph* graph, unsigned long long) {
    *executable = graph;
    return SUCCESS;
}
int cuGraphExecKernelNodeSetParams_v2(Graph*, Node* node, const NodeParameters* from) {
    return from->function == node->function ? node->set(from) : INVALID_VALUE;
}
int cuGraphLaunch(Graph* graph, void*) {
    for (Node* node : graph->nodes) {
        if (int result = node->launch()) return result;
    }
    return SUCCESS;
}
int cuGraphExecDestroy(Graph*) { return SUCCESS; }
int cuGraphDestroy(Graph* graph) {
    for (Node* node : graph->nodes) delete node;
    delete graph;
    return SUCCESS;
}
}
