/** Telephone numbers: who has them, what they can do, where more come from; values in, values out. */
@NullMarked
package io.github.kazoomock.server.numbers;

import org.jspecify.annotations.NullMarked;
