package io.github.kazoomock.contracts.check;

import java.util.List;

/**
 * What a file says that a consumer asks.
 *
 * @param ignored how many of its entries are no requests to the API
 */
record Uses(List<Use> uses, int ignored) {
    Uses {
        uses = List.copyOf(uses);
    }
}
