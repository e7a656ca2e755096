/** Exports held against tools of others that come from npm. */
@NullMarked
package io.github.kazoomock.contracts.npm;

import org.jspecify.annotations.NullMarked;
