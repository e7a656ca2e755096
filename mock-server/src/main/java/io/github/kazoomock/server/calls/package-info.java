/** Calls that are going on, and the conferences in which they meet: values in, values out. */
@NullMarked
package io.github.kazoomock.server.calls;

import org.jspecify.annotations.NullMarked;
