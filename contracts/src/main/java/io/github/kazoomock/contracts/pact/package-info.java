/** Pact files, of a disk or a broker: read, asked and compared by Pact JVM, whose types nobody else sees. */
@NullMarked
package io.github.kazoomock.contracts.pact;

import org.jspecify.annotations.NullMarked;
