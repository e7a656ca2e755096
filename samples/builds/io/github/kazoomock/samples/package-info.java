/** Builds of the sample projects. */
@NullMarked
package io.github.kazoomock.samples;

import org.jspecify.annotations.NullMarked;
