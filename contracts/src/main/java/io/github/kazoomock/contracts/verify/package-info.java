/** Interactions of Pact files held against something that answers. */
@NullMarked
package io.github.kazoomock.contracts.verify;

import org.jspecify.annotations.NullMarked;
