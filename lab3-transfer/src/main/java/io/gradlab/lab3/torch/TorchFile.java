package io.gradlab.lab3.torch;

import io.gradlab.lab3.torch.Pickled.View;
import io.gradlab.nn.io.DataFormatException;
import io.gradlab.nn.io.FileProblem;
import io.gradlab.nn.io.NumberType;
import io.gradlab.nn.io.StoredTensor;
import io.gradlab.nn.io.TensorStore;
import io.gradlab.nn.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A {@code .pth} file: a state dict as torch.save writes it, in the zip container or in the older one. Nothing that the
 * file names is ever executed; a file that wants more than tensors is refused.
 *
 * <p>Source: {@code torch/serialization.py} and {@code torch/_utils.py}, PyTorch 1.13.
 */
public final class TorchFile implements TensorStore {
    private static final int CHUNK_BYTES = 1 << 20;

    private final Path file;
    private final Storages storages;
    private final Map<String, View> views;

    private TorchFile(Path file, Storages storages, Map<String, View> views) {
        this.file = file;
        this.storages = storages;
        this.views = views;
    }

    /**
     * Opens a file and reads its table of contents.
     *
     * @throws DataFormatException if the file is missing, malformed, or asks for anything but tensors; one line
     */
    public static TorchFile open(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] begin = in.readNBytes(16);
            if (begin.length >= 2 && begin[0] == 'P' && begin[1] == 'K') {
                return openZip(file);
            }
            if (LegacyContainer.isBegin(begin)) {
                return openLegacy(file);
            }
            throw new DataFormatException(file, "does not begin as a file of torch.save, old or new");
        } catch (PickleException e) {
            throw new DataFormatException(file, String.valueOf(e.getMessage()), e);
        } catch (ArithmeticException e) {
            throw new DataFormatException(file, "is broken: it names a storage larger than any file", e);
        } catch (IOException e) {
            throw new DataFormatException(file, FileProblem.of(e), e);
        }
    }

    private static TorchFile openZip(Path file) throws IOException {
        ZipContainer container = ZipContainer.open(file);
        try {
            StateDict state = StateDict.of(container.table());
            state.storages().forEach((key, storage) -> {
                long needed = Math.multiplyExact(
                        storage.elements(), (long) storage.type().bytes());
                if (container.bytes(key) != needed) {
                    throw new PickleException("has " + Math.max(0, container.bytes(key)) + " bytes in storage " + key
                            + ", not " + needed);
                }
            });
            return new TorchFile(file, container, state.tensors());
        } catch (IOException | RuntimeException e) {
            container.close();
            throw e;
        }
    }

    private static TorchFile openLegacy(Path file) throws IOException {
        LegacyContainer container = LegacyContainer.open(file);
        try {
            StateDict state = StateDict.of(container.table());
            container.locate(state.storages());
            state.storages().keySet().forEach(key -> {
                if (container.bytes(key) < 0) {
                    throw new PickleException("lacks the numbers of storage " + key);
                }
            });
            return new TorchFile(file, container, state.tensors());
        } catch (IOException | RuntimeException e) {
            container.close();
            throw e;
        }
    }

    @Override
    public SequencedMap<String, StoredTensor> tensors() {
        SequencedMap<String, StoredTensor> tensors = new LinkedHashMap<>();
        views.forEach((name, view) ->
                tensors.put(name, new StoredTensor(name, view.storage().type(), StateDict.shape(view))));
        return tensors;
    }

    @Override
    public Map<String, String> metadata() {
        return Map.of();
    }

    @Override
    public Tensor read(String name) {
        View view = views.get(name);
        if (view == null) {
            throw new DataFormatException(file, "has no tensor \"" + name + "\"");
        }
        try {
            Tensor tensor = Tensor.zeros(StateDict.shape(view));
            return Strides.areDense(view)
                    ? Tensor.of(tensor.shape(), numbers(view, tensor.size()))
                    : Strides.gather(view, numbers(view, Math.toIntExact(StateDict.end(view) - begin(view))), tensor);
        } catch (IOException e) {
            throw new DataFormatException(file, FileProblem.of(e), e);
        } catch (PickleException | ArithmeticException e) {
            throw new DataFormatException(file, String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        try {
            storages.close();
        } catch (IOException e) {
            throw new DataFormatException(file, FileProblem.of(e), e);
        }
    }

    private static long begin(View view) {
        return view.storage().viewBegin() + view.begin();
    }

    private float[] numbers(View view, int count) throws IOException {
        NumberType type = view.storage().type();
        float[] numbers = new float[count];
        for (int done = 0; done < count; ) {
            int piece = Math.min(count - done, CHUNK_BYTES / type.bytes());
            long begin = (begin(view) + done) * type.bytes();
            type.read(storages.read(view.storage().key(), begin, piece * type.bytes()), numbers, done, piece);
            done += piece;
        }
        return numbers;
    }
}
