/** Tests of the JSON value. */
@NullMarked
package io.github.kazoomock.json;

import org.jspecify.annotations.NullMarked;
