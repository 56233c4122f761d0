package io.gradlab.solutions.lab2;

import io.gradlab.grader.lab2.Lab2Checks;
import io.gradlab.solutions.WrongSubmissions;

class WrongSubmissionTest extends WrongSubmissions {
    WrongSubmissionTest() {
        super(new Lab2Checks());
    }
}
