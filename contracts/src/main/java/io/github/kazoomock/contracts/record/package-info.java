/** Records what passes between a client and a KAZOO, without secrets, and makes fixtures of it. */
@NullMarked
package io.github.kazoomock.contracts.record;

import org.jspecify.annotations.NullMarked;
