/** What was asked and answered in each sandbox, why it was refused, and which documents it changed. */
@NullMarked
package io.github.kazoomock.server.journal;

import org.jspecify.annotations.NullMarked;
