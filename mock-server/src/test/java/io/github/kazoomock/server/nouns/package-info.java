/** Each noun, asked over HTTP. */
@NullMarked
package io.github.kazoomock.server.nouns;

import org.jspecify.annotations.NullMarked;
