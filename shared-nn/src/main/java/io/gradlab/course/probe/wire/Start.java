package io.gradlab.course.probe.wire;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a worker needs to begin.
 *
 * @param lab for example {@code lab1}
 * @param contract the contract's full name, for example {@code io.gradlab.course.Lab1}
 * @param implementation the full name of the class to make, which has a constructor without parameters
 * @param classes the classes to define, by full name
 */
public record Start(String lab, String contract, String implementation, Map<String, byte[]> classes) {

    /** Keeps a copy of the map, sorted by name. */
    public Start {
        classes = new TreeMap<>(classes);
    }

    /** Returns the bytes of this. */
    public byte[] write() {
        Writing out =
                new Writing().text(lab).text(contract).text(implementation).count(classes.size());
        classes.forEach((name, bytes) -> out.text(name).bytes(bytes));
        return out.bytes();
    }

    /** Reads what {@link #write} wrote. */
    public static Start read(byte[] content) throws WireException {
        Reading in = new Reading(content);
        String lab = in.text();
        String contract = in.text();
        String implementation = in.text();
        Map<String, byte[]> classes = new TreeMap<>();
        for (int left = in.count(8); left > 0; left--) {
            classes.put(in.text(), in.bytes());
        }
        in.end();
        return new Start(lab, contract, implementation, classes);
    }
}
