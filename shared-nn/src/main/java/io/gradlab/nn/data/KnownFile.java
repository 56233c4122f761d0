package io.gradlab.nn.data;

import java.net.URI;
import java.util.List;

/**
 * A file of a public set.
 *
 * @param name without folder
 * @param bytes its exact size
 * @param mirrors where it can be downloaded, best first; empty if it only comes in the set's archive
 */
public record KnownFile(String name, long bytes, Checksum checksum, List<URI> mirrors) {}
