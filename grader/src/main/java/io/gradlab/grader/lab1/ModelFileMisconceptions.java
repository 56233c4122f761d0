package io.gradlab.grader.lab1;

import io.gradlab.grader.oracle.ModelFileOracle;
import io.gradlab.grader.oracle.ModelFileOracle.Form;
import io.gradlab.nn.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes wrong in model files. */
final class ModelFileMisconceptions {

    private ModelFileMisconceptions() {}

    /** Returns which mistake the bytes look like, ready to be put before a full stop; nothing if none is recognised. */
    static String likeness(byte[] actual, Map<String, Tensor> tensors) {
        Map<String, Form> wrong = new LinkedHashMap<>();
        wrong.put(
                "the least significant byte comes first; take a DataOutputStream",
                new Form(false, true, true, true, 2));
        wrong.put("the numbers are doubles; write floats", new Form(true, false, true, true, 2));
        wrong.put("the mark 0x4D4C5031 is missing", new Form(true, true, false, true, 2));
        wrong.put("the ranks are missing before the dimensions", new Form(true, true, true, false, 2));
        wrong.put("a name's length is an int; writeUTF writes two bytes", new Form(true, true, true, true, 4));
        for (Map.Entry<String, Form> one : wrong.entrySet()) {
            if (Arrays.equals(
                    actual, ModelFileOracle.of(tensors, one.getValue()).bytes())) {
                return ": it looks as if " + one.getKey();
            }
        }
        return "";
    }
}
