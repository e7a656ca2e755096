/** What settings hold for an account and for the system: layers, merge, difference, explanation; no HTTP. */
@NullMarked
package io.github.kazoomock.server.configs;

import org.jspecify.annotations.NullMarked;
