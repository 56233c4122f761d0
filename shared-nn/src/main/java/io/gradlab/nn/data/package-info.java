/**
 * Data: {@link io.gradlab.nn.data.Dataset}, readers of the official files, their verified download, splits and batches,
 * and built-in synthetic sets that need no file. Knows tensors and files only; start reading at
 * {@link io.gradlab.nn.data.DataFolder} and {@link io.gradlab.nn.data.Batches}.
 */
@NullMarked
package io.gradlab.nn.data;

import org.jspecify.annotations.NullMarked;
