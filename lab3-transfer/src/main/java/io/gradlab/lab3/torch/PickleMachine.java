package io.gradlab.lab3.torch;

import io.gradlab.lab3.torch.Pickled.Dict;
import io.gradlab.lab3.torch.Pickled.Items;
import io.gradlab.lab3.torch.Pickled.Named;
import io.gradlab.lab3.torch.Pickled.Nothing;
import io.gradlab.lab3.torch.Pickled.Real;
import io.gradlab.lab3.torch.Pickled.Text;
import io.gradlab.lab3.torch.Pickled.Tuple;
import io.gradlab.lab3.torch.Pickled.Whole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Python's pickle machine (protocols 2 to 5) as far as a dictionary of tensors needs it. It builds data; whatever else a
 * pickle asks for, above all calling a function, is refused by name.
 *
 * <p>Source: the comments of Python's {@code Lib/pickletools.py}, where each instruction is described.
 */
final class PickleMachine {
    private final PickleInput input;
    private final PickleStack stack = new PickleStack();
    private final Map<Integer, Pickled> memo = new HashMap<>();
    private final TorchCalls calls = new TorchCalls();

    private PickleMachine(PickleInput input) {
        this.input = input;
    }

    /** Reads one pickle; the input then stands behind it. */
    static Pickled read(PickleInput input) {
        return new PickleMachine(input).run();
    }

    private Pickled run() {
        for (int code = input.next(); code != '.'; code = input.next()) {
            if (!push(code) && !build(code) && !remember(code)) {
                throw new PickleException(
                        String.format("uses the pickle instruction 0x%02x, which a file of weights never needs", code));
            }
        }
        return stack.pop();
    }

    /** Instructions that push a constant. */
    private boolean push(int code) {
        switch (code) {
            case 'N' -> stack.push(Nothing.NONE);
            case 0x88 -> stack.push(new Whole(1)); // True
            case 0x89 -> stack.push(new Whole(0)); // False
            case 'K' -> stack.push(new Whole(input.next()));
            case 'M' -> stack.push(new Whole(input.nextShort()));
            case 'J' -> stack.push(new Whole(input.nextInt()));
            case 0x8a -> stack.push(new Whole(input.whole(input.next())));
            case 'G' -> stack.push(new Real(input.bigEndianDouble()));
            case 'U', 0x8c -> stack.push(new Text(input.text(input.next())));
            case 'T' -> stack.push(new Text(input.text(input.nextInt())));
            case 'X' -> stack.push(new Text(input.text(Integer.toUnsignedLong(input.nextInt()))));
            case 0x8d -> stack.push(new Text(input.text(input.nextLong())));
            case 'c' -> stack.push(new Named(TorchName.of(input.line(), input.line())));
            case '}' -> stack.push(new Dict());
            case ']' -> stack.push(new Items());
            case ')' -> stack.push(new Tuple(List.of()));
            case '(' -> stack.mark();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Instructions that make a value of others. */
    private boolean build(int code) {
        switch (code) {
            case 't' -> stack.push(new Tuple(stack.popToMark()));
            case 0x85, 0x86, 0x87 -> stack.push(new Tuple(stack.pop(code - 0x84)));
            case 'l' -> append(new Items(), stack.popToMark());
            case 'a' -> {
                Pickled item = stack.pop();
                stack.peek(Items.class).items.add(item);
            }
            case 'e' -> {
                List<Pickled> items = stack.popToMark();
                stack.peek(Items.class).items.addAll(items);
            }
            case 's' -> {
                List<Pickled> pair = stack.pop(2);
                calls.put(stack.peek(Dict.class), pair);
            }
            case 'u' -> {
                List<Pickled> pairs = stack.popToMark();
                calls.put(stack.peek(Dict.class), pairs);
            }
            case 0x93 -> {
                String called = stack.pop(Text.class).text();
                stack.push(new Named(TorchName.of(stack.pop(Text.class).text(), called)));
            }
            case 'Q' -> stack.push(calls.storage(stack.pop(Tuple.class).items()));
            case 'R' -> {
                List<Pickled> arguments = stack.pop(Tuple.class).items();
                stack.push(calls.call(stack.pop(Named.class).name(), arguments));
            }
            case 'b' -> {
                stack.pop(Dict.class); // attributes such as _metadata say nothing about the numbers
                stack.peek(Dict.class);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Instructions that keep a value for later or fetch it, and those without effect. */
    private boolean remember(int code) {
        switch (code) {
            case 0x80 -> requireProtocol(input.next());
            case 0x95 -> input.nextLong(); // a frame's length helps streams only
            case 'q' -> memo.put(input.next(), stack.peek());
            case 'r' -> memo.put(input.nextInt(), stack.peek());
            case 0x94 -> memo.put(memo.size(), stack.peek());
            case 'h' -> stack.push(recall(input.next()));
            case 'j' -> stack.push(recall(input.nextInt()));
            case '0' -> stack.pop();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void append(Items list, List<Pickled> items) {
        list.items.addAll(items);
        stack.push(list);
    }

    private Pickled recall(int index) {
        Pickled value = memo.get(index);
        if (value == null) {
            throw new PickleException("is broken: its pickle recalls a value that it never kept");
        }
        return value;
    }

    private static void requireProtocol(int protocol) {
        if (protocol < 2 || protocol > 5) {
            throw new PickleException("is pickled by protocol " + protocol + "; known are 2 to 5");
        }
    }
}
