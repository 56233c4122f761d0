package io.gradlab.grader.gradebook;

import io.gradlab.cli.UserError;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A value of a YAML file that knows where it stands, so that an error can say so.
 *
 * @param path the keys that lead to it, {@code labs.lab1}; empty for the whole file
 * @param text of a scalar; empty otherwise
 * @param members of a mapping, in the file's order; empty otherwise
 * @param items of a list; empty otherwise
 */
record YamlNode(Path file, int line, String path, String text, Map<String, YamlNode> members, List<YamlNode> items) {

    YamlNode {
        members = Collections.unmodifiableMap(members);
        items = List.copyOf(items);
    }

    /** Returns the error that a value is wrong: {@code FILE line 3: PATH problem}. */
    UserError error(String problem) {
        String where = path.isEmpty() ? "it" : path;
        return new UserError(file + " line " + line + ": " + where + " " + problem);
    }

    /** Refuses members with other names. */
    void allow(String... names) {
        members.forEach((name, member) -> {
            if (!Set.of(names).contains(name)) {
                throw member.error("is not known; here there are: " + String.join(", ", names));
            }
        });
    }

    /** Returns a member; {@code example} is what the error tells to add where it is missing. */
    YamlNode get(String name, String example) {
        return find(name).orElseThrow(() -> error("has no " + name + "; add for example `" + example + "`"));
    }

    /** Returns a member that has a value. */
    Optional<YamlNode> find(String name) {
        return Optional.ofNullable(members.get(name))
                .filter(member -> !member.text.isBlank() || !member.members.isEmpty() || !member.items.isEmpty());
    }

    /** Returns a scalar's text. */
    String scalar() {
        if (text.isBlank()) {
            throw error("must be a single value");
        }
        return text.strip();
    }

    /** Returns a number of at least 0 and at most {@code most}. */
    BigDecimal number(int most) {
        Optional<BigDecimal> number = Numbers.parse(scalar());
        return number.filter(value -> value.signum() >= 0 && value.compareTo(BigDecimal.valueOf(most)) <= 0)
                .orElseThrow(() -> error("is \"" + text + "\"; write a number from 0 to " + most));
    }

    /** Returns a whole number of at least 0 and at most {@code most}. */
    int whole(int most) {
        BigDecimal number = number(most);
        try {
            return number.intValueExact();
        } catch (ArithmeticException fraction) {
            throw (UserError) error("is \"" + text + "\"; write a whole number").initCause(fraction);
        }
    }
}
