package io.gradlab.lab3.weights;

import io.gradlab.cli.UserError;
import io.gradlab.lab3.torch.TorchFile;
import io.gradlab.nn.io.DataFormatException;
import io.gradlab.nn.io.FileProblem;
import io.gradlab.nn.io.Safetensors;
import io.gradlab.nn.io.TensorStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An open file of weights, safetensors or PyTorch's, under torchvision's names.
 *
 * @param tensors what it holds
 * @param convention how its network wants images, if the file or the catalog says so
 */
public record WeightFile(Path path, TensorStore tensors, Optional<Convention> convention) implements AutoCloseable {
    private static final int NINTH = 8;

    /**
     * Opens a file.
     *
     * @param said what the user says about the convention; it counts more than what the file says
     * @throws DataFormatException if the file is missing or malformed
     */
    public static WeightFile open(Path path, @Nullable Convention said) {
        TensorStore store = isSafetensors(path) ? TimmNames.of(Safetensors.open(path)) : TorchFile.open(path);
        Optional<Convention> convention = Optional.ofNullable(said)
                .or(() -> Optional.ofNullable(store.metadata().get(Convention.METADATA_KEY))
                        .flatMap(Convention::find))
                .or(() ->
                        WeightCatalog.byFile(String.valueOf(path.getFileName())).map(KnownWeights::convention));
        return new WeightFile(path, store, convention);
    }

    /**
     * Returns how the network wants its images.
     *
     * @throws UserError if nobody says so
     */
    public Convention requireConvention() {
        return convention.orElseThrow(() -> new UserError(path
                + " does not say how its network wants images; add --convention torchvision ("
                + Convention.TORCHVISION.text() + ") or --convention caffe (" + Convention.CAFFE.text() + ")"));
    }

    @Override
    public void close() {
        tensors.close();
    }

    /** Tells the formats apart by what they begin with: a safetensors file's ninth byte opens its JSON text. */
    private static boolean isSafetensors(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] begin = in.readNBytes(NINTH + 1);
            return begin.length > NINTH && begin[NINTH] == '{'
                    || path.toString().endsWith(".safetensors");
        } catch (IOException e) {
            throw new DataFormatException(path, FileProblem.of(e), e);
        }
    }
}
