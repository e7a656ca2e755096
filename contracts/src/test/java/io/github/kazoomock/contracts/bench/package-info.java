/** Measurements, started by {@code bench/run}; no test runs them. */
@NullMarked
package io.github.kazoomock.contracts.bench;

import org.jspecify.annotations.NullMarked;
