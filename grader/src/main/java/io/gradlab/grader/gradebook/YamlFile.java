package io.gradlab.grader.gradebook;

import io.gradlab.cli.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads YAML with its line numbers, which Jackson's own trees do not keep. */
final class YamlFile {
    private static final YAMLMapper YAML = YAMLMapper.shared();

    private final Path file;
    private final JsonParser parser;

    private YamlFile(Path file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * Returns a file's content.
     *
     * @throws UserError if it is no YAML, or a key stands there twice
     */
    static YamlNode read(Path file) {
        try (JsonParser parser = YAML.createParser(TextFile.read(file))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UserError(file + ": it must hold `name: …`, `zone: …` and so on, a key on each line");
            }
            return new YamlFile(file, parser).node(1, "");
        } catch (JacksonException malformed) {
            throw new UserError(
                    file + " line " + malformed.getLocation().getLineNr() + ": it is no YAML, " + reason(malformed)
                            + "; mend that line",
                    malformed);
        }
    }

    private YamlNode node(int line, String path) {
        Map<String, YamlNode> members = new LinkedHashMap<>();
        List<YamlNode> items = new ArrayList<>();
        String text = "";
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                int at = line();
                parser.nextToken();
                YamlNode member = node(at, path.isEmpty() ? name : path + "." + name);
                if (members.putIfAbsent(name, member) != null) {
                    throw member.error("stands there twice; delete one");
                }
            }
        } else if (token == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(node(line(), path + "[" + (items.size() + 1) + "]"));
            }
        } else if (token != JsonToken.VALUE_NULL) {
            text = parser.getString();
        }
        return new YamlNode(file, line, path, text, members, items);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    /** Returns the line of the parser's message that says what is wrong; the others say where. */
    private static String reason(JacksonException malformed) {
        return malformed
                .getOriginalMessage()
                .lines()
                .filter(line -> !line.startsWith("while ") && !line.startsWith(" "))
                .findFirst()
                .orElse("it ends too early");
    }
}
