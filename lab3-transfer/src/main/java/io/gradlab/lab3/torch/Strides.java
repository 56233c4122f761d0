package io.gradlab.lab3.torch;

import io.gradlab.lab3.torch.Pickled.View;
import io.gradlab.nn.tensor.Tensor;

/** Puts a transposed or sliced tensor's numbers into row-major order. */
final class Strides {

    private Strides() {}

    /** Tells whether the numbers stand in row-major order already, without gaps. */
    static boolean areDense(View view) {
        long expected = 1;
        for (int axis = view.shape().size() - 1; axis >= 0; axis--) {
            if (view.shape().get(axis) != 1 && view.strides().get(axis) != expected) {
                return false;
            }
            expected *= Math.max(1, view.shape().get(axis));
        }
        return true;
    }

    /** Fills {@code tensor} from the numbers between the view's first and last. */
    static Tensor gather(View view, float[] numbers, Tensor tensor) {
        int rank = view.shape().size();
        int[] index = new int[rank];
        for (int i = 0; i < tensor.size(); i++) {
            int place = 0;
            for (int axis = 0; axis < rank; axis++) {
                place += index[axis] * Math.toIntExact(view.strides().get(axis));
            }
            tensor.data()[i] = numbers[place];
            for (int axis = rank - 1; axis >= 0 && ++index[axis] == tensor.dim(axis); axis--) {
                index[axis] = 0;
            }
        }
        return tensor;
    }
}
