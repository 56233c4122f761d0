package io.gradlab.grader.lab3;

import io.gradlab.course.Lab3;
import io.gradlab.nn.layer.Layer;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.layer.Pass;
import io.gradlab.nn.layer.Sequential;
import io.gradlab.nn.loss.CrossEntropy;
import io.gradlab.nn.optim.Sgd;
import io.gradlab.nn.tensor.Seed;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import io.gradlab.nn.train.ModelState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What goes wrong with weights, with freezing, and with the new head. */
final class TransferMistakes {

    private TransferMistakes() {}

    static List<Mistake> all() {
        return List.of(
                loaded(
                        "load: own numbers",
                        (network, _, _) -> new LinkedHashMap<>(network),
                        "the network's own numbers were kept"),
                loaded("load: the head too", (network, file, _) -> chosen(network, file), "the file's head was loaded"),
                loaded(
                        "load: by place",
                        (network, file, _) -> byPlace(network, file),
                        "weights were taken in the file's"),
                forward("freezing: training mode", true, true, "the base ran in training mode"),
                forward("freezing: head evaluates", false, false, "the head ran in evaluation mode too"),
                trained("freezing: together", true, 1, "the base was trained together with the head"),
                trained("freezing: batch norm", false, 1, "batch norm still updates its running statistics"),
                trained("freezing: all in training mode", false, 1, "in training mode"),
                trained("freezing: nothing happens", true, 0, "the head was not trained"),
                trained("freezing: uphill", true, -1, "the steps go uphill"),
                head("head: old rows", w -> w, "the first rows of the old weight were kept"),
                head("head: zeros", w -> times(w, 0), "no random numbers were drawn"),
                head("head: He", w -> times(w, Math.sqrt(2.0 / w.dim(1)) / 0.01), "this is He's"),
                head("head: not scaled", w -> times(w, 100), "the numbers were not scaled"),
                head("head: transposed", w -> w.reshape(w.dim(1), w.dim(0)), "rows and columns were exchanged"),
                oldBias());
    }

    private interface Load {
        Map<String, Tensor> of(Map<String, Tensor> network, Map<String, Tensor> file, String head);
    }

    private static Mistake loaded(String name, Load load, String says) {
        Lab3 lab = new AlteredLab3() {
            @Override
            public Map<String, Tensor> load(Map<String, Tensor> network, Map<String, Tensor> file, String head) {
                super.load(network, file, head);
                return load.of(network, file, head);
            }
        };
        return new Mistake(name, LoadingChecks.class, lab, says);
    }

    private static Map<String, Tensor> chosen(Map<String, Tensor> network, Map<String, Tensor> file) {
        Map<String, Tensor> loaded = new LinkedHashMap<>(network);
        loaded.replaceAll((name, own) -> file.getOrDefault(name, own));
        return loaded;
    }

    private static Map<String, Tensor> byPlace(Map<String, Tensor> network, Map<String, Tensor> file) {
        Map<String, Tensor> loaded = new LinkedHashMap<>();
        List<Tensor> tensors = List.copyOf(file.values());
        for (String name : network.keySet()) {
            loaded.put(name, tensors.get(Math.min(loaded.size(), tensors.size() - 1)));
        }
        return loaded;
    }

    /** A base and a head in modes of their own, nothing frozen. */
    private record Unfrozen(Sequential base, Sequential head, boolean baseTrains, boolean headTrains) implements Layer {
        @Override
        public Tensor forward(Tensor input, Pass pass) {
            Tensor features = base.forward(input, baseTrains ? pass : Pass.evaluation());
            return head.forward(features, headTrains ? pass.into("classifier") : Pass.evaluation());
        }

        @Override
        public Tensor backward(Tensor outputGradient) {
            return base.backward(head.backward(outputGradient));
        }

        @Override
        public List<Parameter> parameters() {
            List<Parameter> parameters = new ArrayList<>();
            base.parameters().forEach(parameter -> parameters.add(parameter.inside("features")));
            head.parameters().forEach(parameter -> parameters.add(parameter.inside("classifier")));
            return parameters;
        }

        @Override
        public Map<String, Tensor> buffers() {
            Map<String, Tensor> buffers = new LinkedHashMap<>();
            base.buffers().forEach((name, buffer) -> buffers.put("features." + name, buffer));
            return buffers;
        }

        @Override
        public Shape outputShape(Shape input) {
            return head.outputShape(base.outputShape(input));
        }
    }

    private static Mistake forward(String name, boolean baseTrains, boolean headTrains, String says) {
        Lab3 lab = new AlteredLab3() {
            @Override
            public Layer transfer(Sequential base, Sequential head) {
                return new Unfrozen(base, head, baseTrains, headTrains);
            }
        };
        return new Mistake(name, FreezingChecks.class, lab, says);
    }

    private static Mistake trained(String name, boolean evaluation, int sign, String says) {
        Lab3 lab = new AlteredLab3() {
            @Override
            public Map<String, Tensor> train(
                    Sequential base, Sequential head, Tensor images, Tensor targets, int steps, double learningRate) {
                if (sign <= 0) {
                    return super.train(base, head, images, targets, steps, sign * learningRate);
                }
                Layer network = new Unfrozen(base, head, !evaluation, true);
                Map<String, Tensor> before = ModelState.copy(network);
                for (int step = 0; step < steps; step++) {
                    Tensor logits = network.forward(images, Pass.training(new Seed(1), step));
                    network.backward(new CrossEntropy().compute(logits, targets).gradient());
                    new Sgd().step(network.parameters(), learningRate);
                }
                Map<String, Tensor> after = ModelState.view(network);
                if (says.contains("running")) { // what is not in question is as it should be
                    after.keySet().stream()
                            .filter(key -> !key.contains("running") && key.startsWith("features"))
                            .forEach(key -> after.get(key).copyFrom(before.get(key)));
                }
                return after;
            }
        };
        return new Mistake(name, FreezingChecks.class, lab, says);
    }

    private static Mistake head(String name, UnaryOperator<Tensor> wrong, String says) {
        Lab3 lab = new AlteredLab3() {
            @Override
            public Map<String, Tensor> newHead(Map<String, Tensor> weights, String layer, int classes, Seed seed) {
                Map<String, Tensor> replaced = super.newHead(weights, layer, classes, seed);
                Tensor start = name.contains("old") ? weights.get(layer + ".weight") : replaced.get(layer + ".weight");
                Tensor rows = name.contains("old") ? rows(start, Math.min(classes, start.dim(0))) : start;
                replaced.put(layer + ".weight", wrong.apply(rows));
                return replaced;
            }
        };
        return new Mistake(name, NewHeadChecks.class, lab, says);
    }

    private static Mistake oldBias() {
        Lab3 lab = new AlteredLab3() {
            @Override
            public Map<String, Tensor> newHead(Map<String, Tensor> weights, String layer, int classes, Seed seed) {
                Map<String, Tensor> replaced = super.newHead(weights, layer, classes, seed);
                float[] old = weights.get(layer + ".bias").data();
                replaced.put(layer + ".bias", Tensor.vector(Arrays.copyOf(old, classes)));
                return replaced;
            }
        };
        return new Mistake("head: old bias", NewHeadChecks.class, lab, "the first numbers of the old bias were kept");
    }

    private static Tensor rows(Tensor weight, int count) {
        Tensor rows = Tensor.zeros(count, weight.dim(1));
        System.arraycopy(weight.data(), 0, rows.data(), 0, rows.size());
        return rows;
    }

    private static Tensor times(Tensor tensor, double factor) {
        Tensor product = tensor.copy();
        for (int i = 0; i < product.size(); i++) {
            product.data()[i] *= (float) factor;
        }
        return product;
    }
}
