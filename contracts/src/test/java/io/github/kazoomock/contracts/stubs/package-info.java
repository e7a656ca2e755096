/** Exports in the hands of others. */
@NullMarked
package io.github.kazoomock.contracts.stubs;

import org.jspecify.annotations.NullMarked;
