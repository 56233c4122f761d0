package io.gradlab.grader.worker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Another user id for the workers, where the grader is root and namespaces are not to be had: the worker can neither
 * signal the grader nor read what only root may read, and writes nowhere but to the public temporary folders. It still
 * sees the network, unless the system lets root take it away.
 *
 * @param withoutNetwork whether {@code unshare --net} works here
 */
record OtherUser(int user, boolean withoutNetwork, int disk) implements Sandbox {
    @Override
    public String description() {
        return "user id " + user + ": no access to the grader's files" + (withoutNetwork ? ", no network" : "")
                + "; bubblewrap would isolate better";
    }

    @Override
    public boolean isolates() {
        return true;
    }

    @Override
    public List<String> command(List<String> java, List<Path> readable) {
        List<String> command = new ArrayList<>();
        if (withoutNetwork) {
            command.addAll(List.of("unshare", "--net", "--"));
        }
        command.addAll(List.of("prlimit", "--fsize=" + ((long) disk << 20), "--core=0", "--"));
        command.addAll(List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups", "--no-new-privs"));
        command.addAll(List.of("--inh-caps=-all", "--bounding-set=-all", "env", "-i", "LANG=C.UTF-8"));
        command.addAll(java);
        return command;
    }
}
