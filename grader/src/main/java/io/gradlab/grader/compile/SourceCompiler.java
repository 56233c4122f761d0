package io.gradlab.grader.compile;

import java.util.Map;

/** What compiles submissions of one lab, in this process or in another. */
public interface SourceCompiler {

    /**
     * Compiles a submission; whatever is in it, something complete comes out.
     *
     * @param sources each source's text by its path in the student package, for example {@code Dense.java}
     * @throws IllegalStateException if the compiler itself has trouble, which is no fault of the submission
     */
    CompiledSubmission compile(Map<String, String> sources);
}
