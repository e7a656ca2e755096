/** Embedding API: start and stop a mock KAZOO from Java. */
@NullMarked
package io.github.kazoomock.server;

import org.jspecify.annotations.NullMarked;
