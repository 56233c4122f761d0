package io.gradlab.nn.kernel.cuda;

import static io.gradlab.nn.kernel.cuda.CudaDriver.check;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import jcuda.driver.CUDA_KERNEL_NODE_PARAMS;
import jcuda.driver.CUfunction;
import jcuda.driver.CUgraph;
import jcuda.driver.CUgraphExec;
import jcuda.driver.CUgraphNode;
import jcuda.driver.CUstream;
import jcuda.driver.JCudaDriver;

/** A CUDA graph: a chain of kernels, each after the one before. */
final class CudaGraph implements LaunchGraph {
    private final CUstream stream;
    private final BiFunction<Long, Grid, CUfunction> functions;
    private final KernelArguments arguments;
    private final CUgraph graph = new CUgraph();
    private final CUgraphExec executable = new CUgraphExec();
    private final List<CUgraphNode> nodes = new ArrayList<>();
    private boolean sealed;

    CudaGraph(CUstream stream, BiFunction<Long, Grid, CUfunction> functions, KernelArguments arguments) {
        this.stream = stream;
        this.functions = functions;
        this.arguments = arguments;
        check("cuGraphCreate", JCudaDriver.cuGraphCreate(graph, 0));
    }

    @Override
    public void add(long function, Grid grid, ByteBuffer slots) {
        CUgraphNode node = new CUgraphNode();
        CUgraphNode[] before = nodes.isEmpty() ? new CUgraphNode[0] : new CUgraphNode[] {nodes.getLast()};
        check(
                "cuGraphAddKernelNode",
                JCudaDriver.cuGraphAddKernelNode(
                        node, graph, before, before.length, parameters(function, grid, slots)));
        nodes.add(node);
    }

    private CUDA_KERNEL_NODE_PARAMS parameters(long function, Grid grid, ByteBuffer slots) {
        CUDA_KERNEL_NODE_PARAMS parameters = new CUDA_KERNEL_NODE_PARAMS();
        parameters.func = functions.apply(function, grid);
        parameters.gridDimX = grid.x();
        parameters.gridDimY = grid.y();
        parameters.gridDimZ = grid.z();
        parameters.blockDimX = grid.threads();
        parameters.blockDimY = 1;
        parameters.blockDimZ = 1;
        parameters.sharedMemBytes = grid.sharedBytes();
        parameters.kernelParams = arguments.of(slots);
        return parameters;
    }

    @Override
    public void seal() {
        check("cuGraphInstantiate", JCudaDriver.cuGraphInstantiate(executable, graph, 0));
        sealed = true;
    }

    @Override
    public void change(int index, long function, Grid grid, ByteBuffer slots) {
        check(
                "cuGraphExecKernelNodeSetParams",
                JCudaDriver.cuGraphExecKernelNodeSetParams(
                        executable, nodes.get(index), parameters(function, grid, slots)));
    }

    @Override
    public void launch() {
        check("cuGraphLaunch", JCudaDriver.cuGraphLaunch(executable, stream));
    }

    @Override
    public void close() {
        if (sealed) {
            check("cuGraphExecDestroy", JCudaDriver.cuGraphExecDestroy(executable));
        }
        check("cuGraphDestroy", JCudaDriver.cuGraphDestroy(graph));
    }
}
