package io.github.kazoomock.contracts.check;

import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.auth.Tokens;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.OperationTable;
import io.github.kazoomock.server.crossbar.RequestLine;
import io.github.kazoomock.server.nouns.Nouns;
import io.github.kazoomock.server.sandbox.Profile;
import java.util.List;
import java.util.Optional;

/**
 * What requests and replies are held against: operation table, schemas, and which of it counts.
 *
 * @param servesLegacy whether older paths, which only the seed documents have, are served
 */
record Api(OperationTable table, SchemaRegistry schemas, Profile profile, boolean servesLegacy) {

    static Api of(Profile profile, boolean servesLegacy) {
        SchemaRegistry schemas = SchemaRegistry.bundled();
        return new Api(new OperationTable(Nouns.all(schemas, new Tokens())), schemas, profile, servesLegacy);
    }

    /** What method and path of a request come to. */
    RequestLine line(Use use) {
        try {
            return RequestLine.of(table, use.verb(), use.path(), profile, servesLegacy);
        } catch (IllegalArgumentException e) {
            return new RequestLine.Unknown(List.of());
        }
    }

    /** The operation that serves a request, in this profile or another. */
    Optional<Operation> operation(RequestLine line) {
        if (line instanceof RequestLine.Served served) {
            return Optional.of(served.operation());
        }
        return line instanceof RequestLine.LeftOut out ? Optional.of(out.operation()) : Optional.empty();
    }
}
