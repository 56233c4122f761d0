package io.gradlab.nn.data;

/** What to do about data that is missing or broken; the end of an error message. */
final class DataMend {

    private DataMend() {}

    static String get(String set) {
        return "run ./gradlab data get " + set + ", or name the folder with --data";
    }

    static String again(String set) {
        return "delete it and run ./gradlab data get " + set;
    }
}
