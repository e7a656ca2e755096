/** Plans, quantities, invoices and the books about them. */
@NullMarked
package io.github.kazoomock.server.services;

import org.jspecify.annotations.NullMarked;
