/** What verify, check and drift found, for people and for machines. */
@NullMarked
package io.github.kazoomock.contracts.report;

import org.jspecify.annotations.NullMarked;
