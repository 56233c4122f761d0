package io.gradlab.lab3.weights;

import io.gradlab.nn.io.StoredTensor;
import io.gradlab.nn.io.TensorStore;
import io.gradlab.nn.tensor.Shape;
import io.gradlab.nn.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A file of the timm library under torchvision's names: there VGG's first two dense layers are convolutions, {@code
 * pre_logits.fc1.weight} [4096, 512, 7, 7], with the same numbers in the same order as {@code classifier.0.weight} [4096,
 * 25088]. Source: timm's {@code models/vgg.py}.
 */
final class TimmNames implements TensorStore {
    private static final Map<String, String> LAYERS =
            Map.of("pre_logits.fc1", "classifier.0", "pre_logits.fc2", "classifier.3", "head.fc", "classifier.6");

    private final TensorStore file;
    private final Map<String, String> originals = new LinkedHashMap<>(); // torchvision's name → the file's

    private TimmNames(TensorStore file) {
        this.file = file;
        file.tensors().keySet().forEach(name -> originals.put(renamed(name), name));
    }

    /** Returns the file itself if it has other names. */
    static TensorStore of(TensorStore file) {
        boolean timm =
                file.tensors().keySet().stream().anyMatch(name -> !renamed(name).equals(name));
        return timm ? new TimmNames(file) : file;
    }

    /** Returns torchvision's name for a tensor. */
    static String renamed(String name) {
        int dot = name.lastIndexOf('.');
        String layer = dot < 0 ? null : LAYERS.get(name.substring(0, dot));
        return layer == null ? name : layer + name.substring(dot);
    }

    @Override
    public SequencedMap<String, StoredTensor> tensors() {
        SequencedMap<String, StoredTensor> stored = file.tensors();
        SequencedMap<String, StoredTensor> tensors = new LinkedHashMap<>();
        originals.forEach((name, original) -> {
            StoredTensor tensor = stored.get(original);
            tensors.put(name, new StoredTensor(name, tensor.type(), flat(name, tensor.shape())));
        });
        return tensors;
    }

    @Override
    public Map<String, String> metadata() {
        return file.metadata();
    }

    @Override
    public Tensor read(String name) {
        Tensor tensor = file.read(originals.getOrDefault(name, name));
        return tensor.reshape(flat(name, tensor.shape()));
    }

    @Override
    public void close() {
        file.close();
    }

    private static Shape flat(String name, Shape shape) {
        return name.startsWith("classifier.") && shape.rank() > 2
                ? Shape.of(shape.dim(0), shape.withoutFirst().size())
                : shape;
    }
}
