@NullMarked
package io.github.kazoomock.contracts.drift;

import org.jspecify.annotations.NullMarked;
