package io.gradlab.grader.lab3;

import io.gradlab.course.probe.Answer;
import io.gradlab.course.probe.Value;
import io.gradlab.grader.check.Bench;
import io.gradlab.grader.check.Check;
import io.gradlab.grader.check.Misconception;
import io.gradlab.grader.check.Task;
import io.gradlab.grader.oracle.DoubleTensor;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Task 3.4. */
@Task(id = "3.4", title = "loading weights", points = 8)
public class LoadingChecks {
    private static final String HEAD = "classifier.6";

    @Check(value = "what does not fit", points = 3, rank = 1)
    void whatDoesNotFit(Bench bench) {
        Map<String, Tensor> network = network(bench, "network", 10);
        fit(bench, network, network(bench, "file", 10), "", List.of(), List.of(), List.of());
        Map<String, Tensor> file = network(bench, "file", 10);
        file.remove("features.2.bias");
        file.put("features.5.weight", Tensor.zeros(2, 2));
        file.put("features.0.weight", Tensor.zeros(2, 4, 3, 3));
        file.put("features.2.weight", Tensor.zeros(6, 4, 3, 3)); // as many numbers, in another shape
        fit(
                bench,
                network,
                file,
                "",
                List.of("features.2.bias"),
                List.of("features.5.weight"),
                List.of("features.0.weight", "features.2.weight"));
        List<String> all = List.copyOf(network.keySet());
        fit(bench, network, Map.of(), "", all, List.of(), List.of());
        fit(bench, Map.of(), network, "", List.of(), all, List.of());
    }

    @Check(value = "all but the head", points = 1.5, rank = 2)
    void allButTheHead(Bench bench) {
        Map<String, Tensor> network = network(bench, "network", 10);
        Map<String, Tensor> file = network(bench, "file", 1000);
        List<String> head = List.of(HEAD + ".weight", HEAD + ".bias");
        fit(bench, network, file, "", List.of(), List.of(), head);
        fit(bench, network, file, HEAD, List.of(), List.of(), List.of());
        file.remove(HEAD + ".bias");
        file.put(HEAD + ".scale", Tensor.zeros(1));
        fit(bench, network, file, HEAD, List.of(), List.of(), List.of());
        loaded(bench, network, network(bench, "file", 10), HEAD); // a head that would fit, too
        loaded(bench, network, file, HEAD);
    }

    @Check(value = "the numbers, by name", points = 2, rank = 3)
    void theNumbersByName(Bench bench) {
        Map<String, Tensor> network = network(bench, "network", 3);
        loaded(bench, network, network(bench, "file", 3), "");
        Map<String, Tensor> same = new LinkedHashMap<>();
        LinkedHashMap<String, Tensor> exchanged = new LinkedHashMap<>();
        for (String name : List.of("features.0.weight", "features.1.weight")) {
            same.put(name, bench.gaussians("network " + name, 3, 3));
            exchanged.putFirst(name, bench.gaussians("file " + name, 3, 3));
        }
        loaded(bench, same, exchanged, "");
        Map<String, Tensor> turned = new LinkedHashMap<>();
        new ArrayList<>(network.keySet())
                .reversed()
                .forEach(name -> turned.put(name, network(bench, "turned", 3).get(name)));
        loaded(bench, network, turned, "");
    }

    @Check(value = "refuses by name what does not fit", points = 1.25, rank = 4)
    void refusesByName(Bench bench) {
        Map<String, Tensor> network = network(bench, "network", 10);
        Map<String, Tensor> file = network(bench, "file", 10);
        file.remove("features.2.bias");
        refused(bench, network, file, "a file without features.2.bias", "features.2.bias");
        file = network(bench, "file", 10);
        file.put("features.9.weight", Tensor.zeros(2, 2));
        refused(
                bench,
                network,
                file,
                "a file with features.9.weight, which is not the network's,",
                "features.9.weight");
        file = network(bench, "file", 11);
        refused(bench, network, file, "a file for 11 classes instead of 10", HEAD);
    }

    @Check(value = "only reads its arguments", points = 0.25, rank = 5)
    void onlyReadsItsArguments(Bench bench) {
        Map<String, Tensor> network = network(bench, "network", 3);
        Answer answer =
                Calls.ask(bench, "load", Value.of(network), Value.of(network(bench, "file", 3)), new Value.Text(""));
        Map<String, Tensor> after = answer.tensors("argument.0");
        network.forEach((name, tensor) -> bench.unchanged(name, DoubleTensor.of(after.get(name)), tensor));
    }

    private static void fit(
            Bench bench,
            Map<String, Tensor> network,
            Map<String, Tensor> file,
            String head,
            List<String> missing,
            List<String> extra,
            List<String> misshapen) {
        Value result = Calls.ask(bench, "fit", Value.of(network), Value.of(file), new Value.Text(head))
                .values()
                .get("result");
        List<Value> lists = result instanceof Value.Group(List<Value> parts) ? parts : List.of();
        String where = head.isEmpty() ? "" : " (head " + head + " left alone)";
        same(bench, "missing" + where, names(lists.get(0)), missing);
        same(bench, "extra" + where, names(lists.get(1)), extra);
        same(bench, "misshapen" + where, names(lists.get(2)), misshapen);
    }

    private static void same(Bench bench, String what, List<String> actual, List<String> expected) {
        String likeness = !actual.equals(expected) && Set.copyOf(actual).equals(Set.copyOf(expected))
                ? ": the names are right, their order is not"
                : "";
        bench.require(actual.equals(expected), what + " is " + actual + ", expected " + expected + likeness + ".");
    }

    private static void loaded(Bench bench, Map<String, Tensor> network, Map<String, Tensor> file, String head) {
        Answer answer = Calls.ask(bench, "load", Value.of(network), Value.of(file), new Value.Text(head));
        Map<String, Tensor> actual = answer.tensors("result");
        same(bench, "what load returns", List.copyOf(actual.keySet()), List.copyOf(network.keySet()));
        List<Tensor> byPlace = List.copyOf(file.values());
        int place = 0;
        for (String name : network.keySet()) {
            boolean kept = !head.isEmpty() && name.startsWith(head);
            Tensor expected = kept ? network.get(name) : file.get(name);
            List<Misconception> misconceptions = new ArrayList<>();
            misconceptions.add(new Misconception(
                    "the network's own numbers were kept instead of the file's", DoubleTensor.of(network.get(name))));
            if (kept && file.containsKey(name)) {
                misconceptions.add(new Misconception(
                        "the file's head was loaded; it is of other classes", DoubleTensor.of(file.get(name))));
            }
            if (place < byPlace.size()) {
                misconceptions.add(new Misconception(
                        "weights were taken in the file's order; names say where they belong",
                        DoubleTensor.of(byPlace.get(place))));
            }
            bench.compare(name, DoubleTensor.of(actual.get(name)), DoubleTensor.of(expected), misconceptions);
            place++;
        }
    }

    private static void refused(
            Bench bench, Map<String, Tensor> network, Map<String, Tensor> file, String what, String name) {
        String message = Calls.refused(bench, what, "load", Value.of(network), Value.of(file), new Value.Text(""));
        bench.require(
                message.contains(name), what + " is refused, but the message does not name " + name + ": " + message);
    }

    private static List<String> names(Value list) {
        List<Value> values = list instanceof Value.Group(List<Value> all) ? all : List.of();
        return values.stream()
                .map(value -> value instanceof Value.Text(String name) ? name : "?")
                .toList();
    }

    private static Map<String, Tensor> network(Bench bench, String purpose, int classes) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("features.0.weight", bench.gaussians(purpose + 0, 4, 2, 3, 3));
        tensors.put("features.0.bias", bench.gaussians(purpose + 1, 4));
        tensors.put("features.2.weight", bench.gaussians(purpose + 2, 4, 6, 3, 3));
        tensors.put("features.2.bias", bench.gaussians(purpose + 3, 4));
        tensors.put(HEAD + ".weight", bench.gaussians(purpose + 4, classes, 5));
        tensors.put(HEAD + ".bias", bench.gaussians(purpose + 5, classes));
        return tensors;
    }
}
