package io.gradlab.lab3.weights;

import io.gradlab.nn.data.RangeReader;
import io.gradlab.nn.io.AtomicFiles;
import io.gradlab.nn.io.DataFormatException;
import io.gradlab.nn.io.SafetensorsEntry;
import io.gradlab.nn.io.SafetensorsHeader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A safetensors file on a web server, of which only the wanted tensors are fetched. */
public record RemoteSafetensors(RangeReader ranges, KnownWeights known) {

    /** Learns how far a download is. */
    @FunctionalInterface
    public interface Progress {

        /** Says that {@code bytes} of {@code all} are here. */
        void received(long bytes, long all);
    }

    /**
     * Writes a safetensors file with the chosen tensors; its texts say where they come from and their convention.
     *
     * @throws IOException if the server does not send them
     * @throws DataFormatException if it is no good safetensors file, or has none of these tensors
     */
    public void copy(URI from, Predicate<String> names, Path target, Progress progress) throws IOException {
        Path label = Path.of(known.file());
        long size = ranges.size(from);
        byte[] begin = ranges.read(from, 0, SafetensorsHeader.LENGTH_BYTES);
        int length = SafetensorsHeader.length(label, begin, size);
        long dataBegin = (long) SafetensorsHeader.LENGTH_BYTES + length;
        SafetensorsHeader whole = SafetensorsHeader.parse(
                label, ranges.read(from, SafetensorsHeader.LENGTH_BYTES, length), size - dataBegin);
        SafetensorsHeader part = whole.only(names).with(texts(from, whole.metadata()));
        if (part.entries().isEmpty()) {
            throw new DataFormatException(label, "holds none of the wanted tensors");
        }
        List<SafetensorsEntry> wanted = whole.entries().stream()
                .filter(entry -> names.test(entry.name()))
                .toList();
        Files.createDirectories(target.toAbsolutePath().getParent());
        Path unfinished = target.resolveSibling(target.getFileName() + ".part");
        try (FileChannel channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            OutputStream out = Channels.newOutputStream(channel);
            out.write(part.toBytes());
            copyData(from, dataBegin, wanted, part.dataBytes(), out, progress);
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
        AtomicFiles.moveInto(unfinished, target);
    }

    /** Copies tensors in their order; neighbours in the file come in one request. */
    private void copyData(
            URI from, long dataBegin, List<SafetensorsEntry> wanted, long all, OutputStream out, Progress progress)
            throws IOException {
        long received = 0;
        for (int i = 0; i < wanted.size(); ) {
            long begin = wanted.get(i).begin();
            long end = wanted.get(i).end();
            for (i++; i < wanted.size() && wanted.get(i).begin() == end; i++) {
                end = wanted.get(i).end();
            }
            ranges.copy(from, dataBegin + begin, dataBegin + end, out);
            received += end - begin;
            progress.received(received, all);
        }
    }

    private Map<String, String> texts(URI from, Map<String, String> original) {
        Map<String, String> texts = new LinkedHashMap<>(original);
        texts.put("gradlab.source", from.toString());
        texts.put(Convention.METADATA_KEY, known.convention().label());
        return texts;
    }
}
