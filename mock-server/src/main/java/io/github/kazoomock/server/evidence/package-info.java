/** Why the mock is believed: evidence about operations, its dates, and the grades that follow. Values only. */
@NullMarked
package io.github.kazoomock.server.evidence;

import org.jspecify.annotations.NullMarked;
