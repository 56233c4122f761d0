package io.gradlab.grader.check;

import io.gradlab.nn.tensor.Seed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Derives a task's seed from the run's, so that knowing one task's inputs says nothing about another's. */
final class TaskSeeds {

    private TaskSeeds() {}

    /** Returns the first 64 bits of SHA-256 of run seed, lab and task. */
    static Seed of(String runSeed, String task) {
        String text = runSeed + "/lab" + task.substring(0, task.indexOf('.')) + "/" + task;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new Seed(ByteBuffer.wrap(hash).getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
