/** The extension as its users see it. */
@NullMarked
package io.github.kazoomock.junit;

import org.jspecify.annotations.NullMarked;
