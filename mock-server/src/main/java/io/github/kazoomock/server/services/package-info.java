/** Service plans, quantities, invoices, audit logs and summaries: values in, values out. */
@NullMarked
package io.github.kazoomock.server.services;

import org.jspecify.annotations.NullMarked;
