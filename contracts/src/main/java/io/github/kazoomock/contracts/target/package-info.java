/** A live server: how it is reached, who asks, and what may be asked without touching what is not ours. */
@NullMarked
package io.github.kazoomock.contracts.target;

import org.jspecify.annotations.NullMarked;
