package io.gradlab.nn.kernel.cuda;

import io.gradlab.nn.kernel.Epilogue;
import io.gradlab.nn.kernel.MatMul;
import io.gradlab.nn.kernel.Shapes;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Matrix products and dense layers, by the kernels of {@code products.cu} or, on tensor cores, {@code tensor_cores.cu}. */
final class MatrixProducts {
    private static final List<String> FORMS = List.of("nn", "nt", "tn", "tt"); // transposed operands, by number
    private static final int THIN = 16; // rows for which a tile of 64 would be mostly empty
    private static final int THINNEST = 32; // extent that is worth rounding up to a tile of tensor cores

    private final Stream stream;
    private final Planner planner;
    private final Splits splits;
    private final boolean tensorCores;
    private final List<List<Tiled>> fp32;
    private final List<List<Tiled>> thin; // of untransposed A
    private final List<List<Tiled>> tf32;

    MatrixProducts(Stream stream, Planner planner, Splits splits, boolean tensorCores) {
        this.stream = stream;
        this.planner = planner;
        this.splits = splits;
        this.tensorCores = tensorCores;
        this.fp32 = FORMS.stream()
                .map(form -> List.of(
                        Tiled.fp32(stream, "products", "matmul_" + form, "128"),
                        Tiled.fp32(stream, "products", "matmul_" + form, "64")))
                .toList();
        this.thin = FORMS.subList(0, 2).stream()
                .map(form -> List.of(Tiled.fp32(stream, "products", "matmul_" + form, "16x128")))
                .toList();
        this.tf32 = FORMS.stream()
                .map(form -> List.of(
                        Tiled.tf32(stream, "matmul_tf32_" + form, "128"),
                        Tiled.tf32(stream, "matmul_tf32_" + form, "64")))
                .toList();
    }

    void matmul(MatMul form, Tensor a, Tensor b, Tensor out) {
        int m = a.dim(form.transposeA() ? 1 : 0);
        int k = a.dim(form.transposeA() ? 0 : 1);
        int n = b.dim(form.transposeB() ? 0 : 1);
        Shapes.require(b.dim(form.transposeB() ? 1 : 0) == k, "matmul", a, b);
        Shapes.require(out, Shape.of(m, n), "matmul");
        multiply(form, a, b, null, m, n, k, Epilogue.NONE.floor(), out);
    }

    void dense(Tensor input, Tensor weight, Tensor bias, Epilogue epilogue, Tensor out) {
        int n = input.dim(0);
        int units = weight.dim(0);
        Shapes.require(weight.dim(1) == input.dim(1), "dense", input, weight);
        Shapes.require(bias, Shape.of(units), "dense");
        Shapes.require(out, Shape.of(n, units), "dense");
        multiply(MatMul.NT, input, weight, bias, n, units, input.dim(1), epilogue.floor(), out);
    }

    private void multiply(
            MatMul form, Tensor a, Tensor b, @Nullable Tensor bias, int m, int n, int k, float floor, Tensor out) {
        Plan plan = planner.plan(choices(form, m, n, k), m, n, k, 1);
        boolean direct = !plan.split() && !form.accumulate();
        long target = direct ? stream.address(out) : stream.scratch(4L * out.size() * plan.splits());
        plan.tiled()
                .kernel()
                .on(plan.grid(m, n, 1))
                .tensor(a)
                .tensor(b)
                .address(direct ? splits.address(bias) : 0)
                .address(target)
                .integer(m)
                .integer(n)
                .integer(k)
                .integer(plan.splits())
                .number(direct ? floor : Float.NEGATIVE_INFINITY)
                .go();
        if (!direct) {
            splits.sum(plan, target, bias, 1, n, form.accumulate(), floor, out);
        }
    }

    private List<Tiled> choices(MatMul form, int m, int n, int k) {
        int number = (form.transposeA() ? 2 : 0) + (form.transposeB() ? 1 : 0);
        if (m <= THIN && !form.transposeA()) {
            return thin.get(number);
        }
        boolean suits = tensorCores && Math.min(Math.min(m, n), k) >= THINNEST && aligned(form, m, n, k);
        return (suits ? tf32 : fp32).get(number);
    }

    /** Returns whether all rows of both operands begin at multiples of 16 bytes, as tensor cores' copies need. */
    private static boolean aligned(MatMul form, int m, int n, int k) {
        return (form.transposeA() ? m : k) % 4 == 0 && (form.transposeB() ? k : n) % 4 == 0;
    }
}
