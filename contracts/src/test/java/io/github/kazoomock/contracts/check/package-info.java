@NullMarked
package io.github.kazoomock.contracts.check;

import org.jspecify.annotations.NullMarked;
