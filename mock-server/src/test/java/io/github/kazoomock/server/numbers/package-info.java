/** Telephone numbers as values. */
@NullMarked
package io.github.kazoomock.server.numbers;

import org.jspecify.annotations.NullMarked;
