/**
 * All kinds of pages that the course writes, in a real browser: laid out on a phone, light and dark, and with a student's texts
 * that would like to be more than text. Start with {@link io.gradlab.pages.PagesOnAPhoneTest}.
 */
@NullMarked
package io.gradlab.pages;

import org.jspecify.annotations.NullMarked;
