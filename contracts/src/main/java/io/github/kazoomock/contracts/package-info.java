/** What every command of the contract kit may say to its user. */
@NullMarked
package io.github.kazoomock.contracts;

import org.jspecify.annotations.NullMarked;
