package io.gradlab.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
    private static final int PATIENCE_SECONDS = 60;

    @Test
    void savingRepeatsTheWorkAndAnInterruptionEndsIt(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("Dense.java"), "first");
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        Semaphore done = new Semaphore(0);
        Thread watch = Thread.ofPlatform()
                .start(() -> Watch.of(folder).repeat(done::release, new PrintWriter(Writer.nullWriter())));

        assertThat(done.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        Files.writeString(file, "second");
        assertThat(done.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        Files.writeString(folder.resolve("New.java"), "");
        assertThat(done.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();

        watch.interrupt();
        watch.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        assertThat(watch.isAlive()).isFalse();
        assertThat(done.availablePermits()).isZero();
    }
}
