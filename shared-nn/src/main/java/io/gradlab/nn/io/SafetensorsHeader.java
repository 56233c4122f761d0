package io.gradlab.nn.io;

import io.gradlab.nn.io.SafetensorsEntry.Type;
import io.gradlab.nn.tensor.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A safetensors header, parsed and checked: the tensors' bytes fill the data exactly, without overlap or gap. */
record SafetensorsHeader(List<SafetensorsEntry> entries, Map<String, String> metadata) {
    static final String METADATA = "__metadata__";

    /**
     * Parses a header.
     *
     * @param dataBytes how many bytes the file has after the header
     * @throws DataFormatException if the header is malformed or does not fit the data
     */
    static SafetensorsHeader parse(Path file, byte[] json, long dataBytes) {
        JsonNode root = tree(file, json);
        List<SafetensorsEntry> entries = new ArrayList<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> property : root.properties()) {
            if (property.getKey().equals(METADATA)) {
                metadata.putAll(metadata(file, property.getValue()));
            } else {
                entries.add(entry(file, property.getKey(), property.getValue()));
            }
        }
        requireExactCover(file, entries, dataBytes);
        return new SafetensorsHeader(entries, metadata);
    }

    private static JsonNode tree(Path file, byte[] json) {
        try {
            JsonNode root = JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build()
                    .readTree(json);
            if (root.isObject()) {
                return root;
            }
        } catch (JacksonException e) {
            throw new DataFormatException(file, "its header is not valid JSON: " + e.getOriginalMessage(), e);
        }
        throw new DataFormatException(file, "its header is not a JSON object");
    }

    private static Map<String, String> metadata(Path file, JsonNode node) {
        Map<String, String> metadata = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            if (!property.getValue().isString()) {
                throw new DataFormatException(file, "metadata \"" + property.getKey() + "\" is not a text");
            }
            metadata.put(property.getKey(), property.getValue().stringValue());
        }
        return metadata;
    }

    private static SafetensorsEntry entry(Path file, String name, JsonNode node) {
        long[] offsets = numbers(file, name, node.path("data_offsets"), "data_offsets");
        if (offsets.length != 2 || offsets[1] < offsets[0]) {
            throw problem(file, name, "needs two rising data_offsets");
        }
        SafetensorsEntry entry = new SafetensorsEntry(
                name, type(file, name, node.path("dtype")), shape(file, name, node), offsets[0], offsets[1]);
        if (entry.bytes() != offsets[1] - offsets[0]) {
            throw problem(
                    file,
                    name,
                    "has " + (offsets[1] - offsets[0]) + " bytes, but shape " + entry.shape() + " in " + entry.type()
                            + " takes " + entry.bytes());
        }
        return entry;
    }

    private static Type type(Path file, String name, JsonNode node) {
        for (Type type : Type.values()) {
            if (node.isString() && node.stringValue().equals(type.name())) {
                return type;
            }
        }
        throw problem(file, name, "has dtype " + node + "; convert it to F32 or F16");
    }

    private static Shape shape(Path file, String name, JsonNode node) {
        long[] dimensions = numbers(file, name, node.path("shape"), "shape");
        int[] shape = new int[dimensions.length];
        try {
            for (int i = 0; i < shape.length; i++) {
                shape[i] = Math.toIntExact(dimensions[i]);
            }
            return Shape.of(shape);
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new DataFormatException(file, "tensor \"" + name + "\" is too large for one array", e);
        }
    }

    private static long[] numbers(Path file, String name, JsonNode node, String key) {
        long[] numbers = new long[node.size()];
        for (int i = 0; i < numbers.length; i++) {
            JsonNode number = node.path(i);
            numbers[i] = number.isIntegralNumber() && number.canConvertToLong() ? number.longValue() : -1;
            if (numbers[i] < 0) {
                throw problem(file, name, "has a " + key + " of " + node);
            }
        }
        if (!node.isArray()) {
            throw problem(file, name, "has no list \"" + key + "\"");
        }
        return numbers;
    }

    private static void requireExactCover(Path file, List<SafetensorsEntry> entries, long dataBytes) {
        List<SafetensorsEntry> sorted = entries.stream()
                .sorted(Comparator.comparingLong(SafetensorsEntry::begin).thenComparingLong(SafetensorsEntry::end))
                .toList();
        long covered = 0;
        for (SafetensorsEntry entry : sorted) {
            if (entry.end() > dataBytes) {
                throw problem(
                        file,
                        entry.name(),
                        "ends at byte " + entry.end() + " of the data, but there are " + dataBytes
                                + "; the file was cut short, get it again");
            }
            if (entry.begin() < covered) {
                throw problem(
                        file,
                        entry.name(),
                        "begins at byte " + entry.begin() + " of the data, inside another tensor that ends at "
                                + covered);
            }
            if (entry.begin() > covered) {
                throw problem(
                        file,
                        entry.name(),
                        "begins at byte " + entry.begin() + " of the data, but the tensor before it ends at "
                                + covered);
            }
            covered = entry.end();
        }
        if (covered != dataBytes) {
            throw new DataFormatException(file, (dataBytes - covered) + " bytes at the end belong to no tensor");
        }
    }

    private static DataFormatException problem(Path file, String name, String problem) {
        return new DataFormatException(file, "tensor \"" + name + "\" " + problem);
    }
}
