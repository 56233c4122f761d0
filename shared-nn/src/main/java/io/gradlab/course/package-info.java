/**
 * The course's contracts: what each lab asks for, as small interfaces of factories. Every contract has three
 * implementations (the student's, the reference, the engine), and whoever uses it takes any of them.
 */
@NullMarked
package io.gradlab.course;

import org.jspecify.annotations.NullMarked;
