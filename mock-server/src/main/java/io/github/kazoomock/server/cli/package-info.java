/** The commands of kazoo-mock; the only package that prints. */
@NullMarked
package io.github.kazoomock.server.cli;

import org.jspecify.annotations.NullMarked;
