/** The journal: on its own, and against the running server. */
@NullMarked
package io.github.kazoomock.server.journal;

import org.jspecify.annotations.NullMarked;
