package io.github.kazoomock.server.admin;

import io.github.kazoomock.fixtures.Fixtures;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.auth.Tokens;
import io.github.kazoomock.server.crossbar.OperationTable;
import io.github.kazoomock.server.export.Interaction;
import io.github.kazoomock.server.export.PactWriter;
import io.github.kazoomock.server.export.Use;
import io.github.kazoomock.server.journal.Journal;
import io.github.kazoomock.server.journal.JournalEntry;
import io.github.kazoomock.server.sandbox.Sandbox;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.World;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a client asked of a sandbox, as the contract that it relies on. */
record UseRoutes(OperationTable table, SchemaRegistry schemas, Tokens tokens, Starts starts) {

    List<Route> routes() {
        return List.of(Route.sandbox("GET", "requests.pact", this::pact));
    }

    private AdminReply pact(AdminCall call) {
        WantedRequests wanted = WantedRequests.of(call, List.of("consumer"));
        String consumer = call.query().first("consumer");
        if (consumer == null || consumer.isBlank()) {
            throw new BadRequest("consumer: say whose contract it is, like ?consumer=portal");
        }
        Sandbox sandbox = call.sandbox();
        List<Journal.Kept> chosen = wanted.newest(wanted.in(JournalRoutes.journal(call)));
        List<Interaction> interactions = new Use(table, beginning(sandbox), token -> who(token, sandbox))
                .of(
                        JournalRoutes.journal(call).entries().stream()
                                .map(Journal.Kept::entry)
                                .toList(),
                        entries(chosen));
        return Route.json(new PactWriter(table, schemas)
                .write(
                        consumer,
                        interactions,
                        JsonObject.of(
                                "version",
                                Json.of(Version.text()),
                                "profile",
                                Json.of(sandbox.profile().name()))));
    }

    private static Predicate<JournalEntry> entries(List<Journal.Kept> chosen) {
        Set<JournalEntry> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
        chosen.forEach(kept -> wanted.add(kept.entry()));
        return wanted::contains;
    }

    private Use.@Nullable Who who(String token, Sandbox sandbox) {
        JsonObject claims = tokens.read(token).claims();
        if (claims == null) {
            return null;
        }
        Account account = known(claims.textOr("account_id", ""), sandbox);
        Document user = account == null ? null : account.get("user", claims.textOr("owner_id", ""));
        return account == null || user == null
                ? null
                : new Use.Who(new People.Person(account, user).role(), account.id());
    }

    /** As it is now, or as it was when everything began. */
    private static @Nullable Account known(String id, Sandbox sandbox) {
        Account now = sandbox.world().account(id);
        return now == null ? sandbox.blueprint().world().account(id) : now;
    }

    /** How its world began: by the name of a pack, or with everything that was in it. */
    private JsonObject beginning(Sandbox sandbox) {
        World world = sandbox.blueprint().world();
        for (String pack : Fixtures.names()) {
            if (world.hasAccountsOf(starts.world(pack, null))) {
                return JsonObject.of("fixture", Json.of(pack));
            }
        }
        return JsonObject.of("files", WrittenFiles.of(starts.files(world)));
    }
}
