/** A KAZOO of its own for every JUnit test; needs JUnit's API and the JDK, nothing else. */
@NullMarked
package io.github.kazoomock.junit;

import org.jspecify.annotations.NullMarked;
