/** Tests of what is typed and what is printed. */
@NullMarked
package io.github.kazoomock.server.cli;

import org.jspecify.annotations.NullMarked;
