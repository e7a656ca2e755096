/** Crossbar's way of a request, without HTTP: nouns, operations, envelopes, lists, errors. */
@NullMarked
package io.github.kazoomock.server.crossbar;

import org.jspecify.annotations.NullMarked;
