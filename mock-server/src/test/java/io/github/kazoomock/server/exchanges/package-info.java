/** What documents about the API show, sent as they show it, against the running server. */
@NullMarked
package io.github.kazoomock.server.exchanges;

import org.jspecify.annotations.NullMarked;
