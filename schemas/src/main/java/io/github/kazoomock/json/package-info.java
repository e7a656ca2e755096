/** The immutable JSON value that every module shares. */
@NullMarked
package io.github.kazoomock.json;

import org.jspecify.annotations.NullMarked;
