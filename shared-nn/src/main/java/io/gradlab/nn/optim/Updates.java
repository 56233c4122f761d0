package io.gradlab.nn.optim;

import io.gradlab.nn.kernel.Kernels;
import io.gradlab.nn.kernel.Update;
import io.gradlab.nn.layer.Parameter;
import io.gradlab.nn.tensor.Device;
import io.gradlab.nn.tensor.Tensor;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The parameters that a step is to change, by device; the same lists from step to step while nothing has changed. */
final class Updates {
    private final List<Moments> moments;
    private final Map<Device, List<Update>> updates = new EnumMap<>(Device.class);
    private final List<Update> all = new ArrayList<>(); // in the parameters' order

    Updates(Moments... moments) {
        this.moments = List.of(moments);
    }

    /** Hands the parameters that are not frozen to their kernels, those of a device together. */
    void handOver(List<Parameter> parameters, BiConsumer<Kernels, List<Update>> step) {
        if (!current(parameters)) {
            renew(parameters);
        }
        updates.forEach((_, list) -> step.accept(Kernels.of(list.getFirst().value()), list));
    }

    private boolean current(List<Parameter> parameters) {
        int known = 0;
        for (Parameter parameter : parameters) {
            if (parameter.frozen()) {
                continue;
            }
            if (known == all.size() || !fits(all.get(known), parameter)) {
                return false;
            }
            known++;
        }
        return known == all.size();
    }

    private boolean fits(Update update, Parameter parameter) {
        boolean fits = update.value() == parameter.value() && update.gradient() == parameter.gradient();
        for (int i = 0; fits && i < moments.size(); i++) {
            fits = update.moments().get(i) == moments.get(i).of(parameter);
        }
        return fits;
    }

    private void renew(List<Parameter> parameters) {
        updates.clear();
        all.clear();
        for (Parameter parameter : parameters) {
            if (parameter.frozen()) {
                continue;
            }
            List<Tensor> kept =
                    moments.stream().map(moment -> moment.of(parameter)).toList();
            Update update = new Update(parameter.value(), parameter.gradient(), kept, parameter.decayed());
            all.add(update);
            updates.computeIfAbsent(parameter.value().device(), _ -> new ArrayList<>())
                    .add(update);
        }
    }
}
