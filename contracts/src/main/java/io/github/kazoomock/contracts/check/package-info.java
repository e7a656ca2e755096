/**
 * What consumers ask and read, held against the operation table and the schemas alone: nothing is started.
 *
 * <p>A wrong alarm is worse than a miss: what cannot be known for certain is not reported.
 */
@NullMarked
package io.github.kazoomock.contracts.check;

import org.jspecify.annotations.NullMarked;
