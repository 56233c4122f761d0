package io.gradlab.nn.kernel;

/**
 * Which of its operands a matrix product reads transposed, and whether it adds to its output or overwrites it.
 *
 * <p>With {@code op(A)} of shape {@code [M, K]} and {@code op(B)} of shape {@code [K, N]}, the output is
 * {@code [M, N]}. Stored shapes: A is {@code [M, K]}, or {@code [K, M]} when transposed; B is {@code [K, N]}, or
 * {@code [N, K]} when transposed.
 */
public record MatMul(boolean transposeA, boolean transposeB, boolean accumulate) {
    /** C = A · B. */
    public static final MatMul NN = new MatMul(false, false, false);
    /** C = A · Bᵀ. */
    public static final MatMul NT = new MatMul(false, true, false);
    /** C = Aᵀ · B. */
    public static final MatMul TN = new MatMul(true, false, false);

    /** Returns the same product, added to what the output already holds. */
    public MatMul accumulating() {
        return new MatMul(transposeA, transposeB, true);
    }
}
