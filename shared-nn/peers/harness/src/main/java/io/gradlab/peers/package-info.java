/** Other frameworks on the workloads of {@code gradlab bench}; start with {@link io.gradlab.peers.Harness}. */
package io.gradlab.peers;
