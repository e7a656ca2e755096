/** The commands of {@code kazoo-mock contracts}. */
@NullMarked
package io.github.kazoomock.contracts.cli;

import org.jspecify.annotations.NullMarked;
