/** What each Crossbar resource declares; one file a noun. */
@NullMarked
package io.github.kazoomock.server.nouns;

import org.jspecify.annotations.NullMarked;
