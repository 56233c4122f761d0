package io.gradlab.lab3.command;

import io.gradlab.lab3.vgg.VggFit;
import io.gradlab.lab3.weights.Convention;
import io.gradlab.lab3.weights.WeightFile;
import io.gradlab.nn.io.StoredTensor;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;

/** What a file of weights holds, in words: its texts and tensors, its convention, the network that it fits. */
record WeightReport(WeightFile file) {

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> note : file.tensors().metadata().entrySet()) {
            line(text, "%s: %s", note.getKey(), note.getValue());
        }
        Map<String, StoredTensor> tensors = file.tensors().tensors();
        int width = tensors.keySet().stream().mapToInt(String::length).max().orElse(0);
        for (StoredTensor tensor : tensors.values()) {
            line(text, "  %-" + Math.max(1, width) + "s  %-4s  %s", tensor.name(), tensor.type(), tensor.shape());
        }
        line(text, "%d tensors, %,d numbers", tensors.size(), numbers(tensors.values()));
        line(
                text,
                "images: %s",
                file.convention()
                        .map(Convention::text)
                        .orElse("the file does not say; add --convention torchvision or --convention caffe"));
        line(text, "fits: %s", VggFit.best(tensors).map(VggFit::toString).orElse("no VGG network"));
        return text.toString();
    }

    private static long numbers(Collection<StoredTensor> tensors) {
        return tensors.stream().mapToLong(tensor -> tensor.shape().size()).sum();
    }

    private static void line(StringBuilder text, String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments).replaceAll("\\p{Cntrl}", " "))
                .append('\n');
    }
}
