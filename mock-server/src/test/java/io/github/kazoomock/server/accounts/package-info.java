/** Accounts and their tree, asked over HTTP. */
@NullMarked
package io.github.kazoomock.server.accounts;

import org.jspecify.annotations.NullMarked;
