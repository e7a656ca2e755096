/** Settings of accounts and of the system: laws of the pure part, and the running server. */
@NullMarked
package io.github.kazoomock.server.configs;

import org.jspecify.annotations.NullMarked;
