/**
 * Pictures, drawn with XChart and Java2D: each is written as PNG beside the CSV it is drawn from, and says in words
 * what it shows. {@code HtmlReport} puts them on a page. Knows metrics and {@code History}. Start with {@code Picture}.
 */
@NullMarked
package io.gradlab.nn.plot;

import org.jspecify.annotations.NullMarked;
