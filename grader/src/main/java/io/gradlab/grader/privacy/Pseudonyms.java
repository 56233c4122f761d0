package io.gradlab.grader.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Pseudonyms and the names behind them. A pseudonym is HMAC-SHA-256 of the name under a secret key: the same key gives a
 * student the same one in every lab, and without the key nobody can try out names.
 */
public final class Pseudonyms {
    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final String key; // hexadecimal digits
    private final SortedMap<String, String> names; // by pseudonym

    /**
     * Creates them.
     *
     * @param key hexadecimal digits
     * @param names those that were given out already, by pseudonym
     */
    Pseudonyms(String key, Map<String, String> names) {
        this.key = key;
        this.names = new TreeMap<>(names);
    }

    /** Returns an empty table under a new random key. */
    public static Pseudonyms create() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new Pseudonyms(HexFormat.of().formatHex(key), Map.of());
    }

    String key() {
        return key;
    }

    SortedMap<String, String> names() {
        return names;
    }

    /** Returns the name behind a pseudonym, if it was given out. */
    public Optional<String> name(String pseudonym) {
        return Optional.ofNullable(names.get(pseudonym));
    }

    /**
     * Gives each name its pseudonym; those that have one keep it. Of two names that would get the same, the later one in
     * the alphabet gets another.
     *
     * @return pseudonyms by name
     */
    public Map<String, String> assign(Collection<String> all) {
        Map<String, String> given = new HashMap<>();
        names.forEach((pseudonym, name) -> given.put(name, pseudonym));
        Map<String, String> wanted = new HashMap<>();
        for (String name : new TreeSet<>(all)) {
            wanted.put(name, given.computeIfAbsent(name, this::next));
        }
        return wanted;
    }

    private String next(String name) {
        for (int trial = 0; ; trial++) {
            String pseudonym = PseudonymWords.of(hmac(trial == 0 ? name : name + "\0" + trial));
            if (names.putIfAbsent(pseudonym, name) == null) {
                return pseudonym;
            }
        }
    }

    private byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(key), MAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + MAC, impossible);
        }
    }
}
