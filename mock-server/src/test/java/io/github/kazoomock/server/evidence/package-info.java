@NullMarked
package io.github.kazoomock.server.evidence;

import org.jspecify.annotations.NullMarked;
