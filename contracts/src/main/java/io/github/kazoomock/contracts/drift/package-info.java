/** How a KAZOO's replies differ from the mock's, and which rows of the decision sheet explain it. */
@NullMarked
package io.github.kazoomock.contracts.drift;

import org.jspecify.annotations.NullMarked;
