package io.gradlab.lab3.student;

import io.gradlab.course.NotImplemented;
import io.gradlab.course.WeightFit;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Task 3.4: a file's weights into a network, by name and never by place. Names that begin with the head's are left alone,
 * in the file as in the network, for the new head has other classes; an empty head means that every name counts.
 */
public final class WeightLoader {

    /**
     * Compares the two, with the lists in the order of the map that the names come from.
     *
     * @param network the network's tensors by name
     * @param file the file's tensors by name
     * @param head for example {@code classifier.6}
     */
    public WeightFit compare(Map<String, Tensor> network, Map<String, Tensor> file, String head) {
        List<String> missing = new ArrayList<>();
        List<String> extra = new ArrayList<>();
        List<String> misshapen = new ArrayList<>();
        throw new NotImplemented("3.4");
    }

    private static boolean isLoaded(String name, String head) {
        throw new NotImplemented("3.4");
    }

    /**
     * Returns the network's tensors in the network's order: copies of the file's, and for the head the network's own.
     *
     * @throws IllegalArgumentException if a name is missing, extra or misshapen; the message names one that is
     */
    public Map<String, Tensor> load(Map<String, Tensor> network, Map<String, Tensor> file, String head) {
        throw new NotImplemented("3.4");
    }

    private static void refuse(List<String> names, String why) {
        throw new NotImplemented("3.4");
    }
}
