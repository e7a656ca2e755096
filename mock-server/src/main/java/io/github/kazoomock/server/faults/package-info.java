/** What goes wrong on purpose: rules, when they fire and what they do; they decide from values and touch no socket. */
@NullMarked
package io.github.kazoomock.server.faults;

import org.jspecify.annotations.NullMarked;
