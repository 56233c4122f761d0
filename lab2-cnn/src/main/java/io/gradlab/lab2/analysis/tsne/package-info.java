/**
 * t-SNE with Barnes and Hut's approximation: L. van der Maaten, Accelerating t-SNE using Tree-Based Algorithms, JMLR 15
 * (2014). Plain arrays; the same numbers for any number of threads. Start with {@link io.gradlab.lab2.analysis.tsne.Tsne}.
 */
@NullMarked
package io.gradlab.lab2.analysis.tsne;

import org.jspecify.annotations.NullMarked;
