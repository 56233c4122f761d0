package io.gradlab.nn.io;

import io.gradlab.nn.tensor.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a safetensors header token by token, and nothing but what such a header may hold: so a hostile one is refused at
 * its first wrong token, before it takes memory.
 */
final class SafetensorsParser {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final int MAX_RANK = 32;
    private static final int SHOWN = 120;

    private final Path file;

    SafetensorsParser(Path file) {
        this.file = file;
    }

    /** Parses the JSON text; whether the tensors fit the data is not looked at. */
    SafetensorsHeader parse(byte[] json) {
        if (json.length == 0 || json[0] != '{') {
            throw new DataFormatException(file, "its header is not a JSON object");
        }
        List<SafetensorsEntry> entries = new ArrayList<>();
        Map<String, String> metadata = new LinkedHashMap<>();
        try (JsonParser parser = STRICT.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals(SafetensorsHeader.METADATA)) {
                    readMetadata(parser, metadata);
                } else {
                    entries.add(entry(parser, name));
                }
            }
            if (parser.nextToken() != null) {
                throw new DataFormatException(file, "its header is not valid JSON: it goes on after its end");
            }
        } catch (JacksonException e) {
            throw new DataFormatException(
                    file, "its header is not valid JSON: " + shortened(String.valueOf(e.getOriginalMessage())), e);
        }
        return new SafetensorsHeader(entries, metadata);
    }

    private void readMetadata(JsonParser parser, Map<String, String> metadata) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new DataFormatException(file, "its metadata is not a JSON object");
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_STRING) {
                throw new DataFormatException(file, "metadata \"" + shortened(key) + "\" is not a text");
            }
            metadata.put(key, parser.getString());
        }
    }

    private SafetensorsEntry entry(JsonParser parser, String name) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw problem(file, name, "is no object with dtype, shape and data_offsets");
        }
        @Nullable NumberType type = null;
        long @Nullable [] shape = null;
        long @Nullable [] offsets = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            switch (key) {
                case "dtype" -> type = type(parser, name);
                case "shape" -> shape = numbers(parser, name, key);
                case "data_offsets" -> offsets = numbers(parser, name, key);
                default -> throw problem(file, name, "has an unknown field \"" + shortened(key) + "\"");
            }
        }
        if (type == null || shape == null || offsets == null) {
            throw problem(
                    file, name, "lacks its " + (type == null ? "dtype" : shape == null ? "shape" : "data_offsets"));
        }
        return entry(name, type, shape, offsets);
    }

    private SafetensorsEntry entry(String name, NumberType type, long[] dimensions, long[] offsets) {
        if (offsets.length != 2 || offsets[1] < offsets[0]) {
            throw problem(file, name, "needs two rising data_offsets");
        }
        SafetensorsEntry entry = new SafetensorsEntry(name, type, shape(name, dimensions), offsets[0], offsets[1]);
        if (entry.bytes() != offsets[1] - offsets[0]) {
            throw problem(
                    file,
                    name,
                    "has " + (offsets[1] - offsets[0]) + " bytes, but shape " + entry.shape() + " in " + type
                            + " takes " + entry.bytes());
        }
        return entry;
    }

    private NumberType type(JsonParser parser, String name) {
        String text = String.valueOf(parser.getString());
        for (NumberType type : NumberType.values()) {
            if (parser.currentToken() == JsonToken.VALUE_STRING && text.equals(type.name())) {
                return type;
            }
        }
        throw problem(file, name, "has dtype \"" + shortened(text) + "\"; convert it to F32, F16 or BF16");
    }

    private Shape shape(String name, long[] dimensions) {
        try {
            return Shape.of(Arrays.stream(dimensions).mapToInt(Math::toIntExact).toArray());
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new DataFormatException(file, "tensor \"" + shortened(name) + "\" is too large for one array", e);
        }
    }

    private long[] numbers(JsonParser parser, String name, String key) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw problem(file, name, "has no list \"" + key + "\"");
        }
        long[] numbers = new long[MAX_RANK];
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (count == MAX_RANK) {
                throw problem(file, name, "has a " + key + " of more than " + MAX_RANK + " numbers");
            }
            boolean whole = parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                    && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
            numbers[count] = whole ? parser.getLongValue() : -1;
            if (numbers[count] < 0) {
                throw problem(
                        file,
                        name,
                        "has a " + key + " with " + shortened(String.valueOf(parser.getString())) + " in it");
            }
            count++;
        }
        return Arrays.copyOf(numbers, count);
    }

    static DataFormatException problem(Path file, String name, String problem) {
        return new DataFormatException(file, "tensor \"" + shortened(name) + "\" " + problem);
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
