package io.gradlab.grader.privacy;

import java.nio.ByteBuffer;
import java.util.Locale;

/** Turns bits into a name that people can read, say and compare: {@code amber-otter-4821}, one of 41 million. */
final class PseudonymWords {
    private static final int NUMBERS = 10_000;
    private static final String[] COLOURS =
            ("amber ashen azure beige black blond blue brass bright bronze brown calm clear cobalt copper coral cream"
                            + " crimson cyan dapper dark dusky eager ebony fawn fleet gentle gilded golden green grey hazel"
                            + " honey indigo ivory jade jolly khaki lilac lime linen lively lucid maroon mellow mild mint"
                            + " mossy nimble ochre olive opal pearl plum quick quiet ruby russet rusty sandy silver sunny"
                            + " teal violet")
                    .split(" ");
    private static final String[] ANIMALS =
            ("adder alpaca badger beaver bison bittern camel carp cicada civet condor coot crane cricket curlew dingo"
                            + " dormouse dove eagle egret falcon ferret finch gannet gecko gibbon grouse gull hare hawk"
                            + " heron hoopoe ibex ibis jackdaw kestrel kiwi koala lark lemur lizard lynx magpie marmot"
                            + " marten moose newt ocelot oriole osprey otter owl panda pelican puffin quail raven robin"
                            + " salmon seal swan tapir toad wren")
                    .split(" ");

    private PseudonymWords() {}

    /** Returns the name of at least eight random bytes. */
    static String of(byte[] bits) {
        long number = ByteBuffer.wrap(bits).getLong() >>> 1;
        String colour = COLOURS[(int) (number % COLOURS.length)];
        number /= COLOURS.length;
        String animal = ANIMALS[(int) (number % ANIMALS.length)];
        number /= ANIMALS.length;
        return String.format(Locale.ROOT, "%s-%s-%04d", colour, animal, number % NUMBERS);
    }
}
