package io.gradlab.solutions.lab3;

import io.gradlab.grader.lab3.Lab3Checks;
import io.gradlab.solutions.WrongSubmissions;

class WrongSubmissionTest extends WrongSubmissions {
    WrongSubmissionTest() {
        super(new Lab3Checks());
    }
}
