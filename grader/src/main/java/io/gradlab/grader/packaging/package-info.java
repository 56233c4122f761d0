/**
 * Ready-to-upload packages for platforms that run a grader themselves. Their scripts are resources, so that they can be read
 * and checked as scripts. Start with {@link io.gradlab.grader.packaging.GradescopePackage}.
 */
@NullMarked
package io.gradlab.grader.packaging;

import org.jspecify.annotations.NullMarked;
