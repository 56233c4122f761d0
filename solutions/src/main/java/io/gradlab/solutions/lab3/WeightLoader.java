package io.gradlab.solutions.lab3;

import io.gradlab.course.WeightFit;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
        // BEGIN SOLUTION 3.4
        network.forEach((name, tensor) -> {
            if (isLoaded(name, head)) {
                if (!file.containsKey(name)) {
                    missing.add(name);
                } else if (!file.get(name).shape().equals(tensor.shape())) {
                    misshapen.add(name);
                }
            }
        });
        for (String name : file.keySet()) {
            if (isLoaded(name, head) && !network.containsKey(name)) {
                extra.add(name);
            }
        }
        return new WeightFit(missing, extra, misshapen);
        // END SOLUTION
    }

    private static boolean isLoaded(String name, String head) {
        // BEGIN SOLUTION 3.4
        return head.isEmpty() || !name.startsWith(head);
        // END SOLUTION
    }

    /**
     * Returns the network's tensors in the network's order: copies of the file's, and for the head the network's own.
     *
     * @throws IllegalArgumentException if a name is missing, extra or misshapen; the message names one that is
     */
    public Map<String, Tensor> load(Map<String, Tensor> network, Map<String, Tensor> file, String head) {
        // BEGIN SOLUTION 3.4
        WeightFit fit = compare(network, file, head);
        refuse(fit.missing(), "is missing");
        refuse(fit.extra(), "is not the network's");
        refuse(fit.misshapen(), "has another shape than the network's");
        Map<String, Tensor> loaded = new LinkedHashMap<>();
        network.forEach((name, own) ->
                loaded.put(name, isLoaded(name, head) ? file.get(name).copy() : own));
        return loaded;
        // END SOLUTION
    }

    private static void refuse(List<String> names, String why) {
        // BEGIN SOLUTION 3.4
        if (!names.isEmpty()) {
            throw new IllegalArgumentException(names.getFirst() + " " + why);
        }
        // END SOLUTION
    }
}
