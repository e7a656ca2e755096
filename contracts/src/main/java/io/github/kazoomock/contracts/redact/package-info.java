/** Takes secrets and personal data out of requests and replies; pseudonyms stand in their place. */
@NullMarked
package io.github.kazoomock.contracts.redact;

import org.jspecify.annotations.NullMarked;
