package io.github.kazoomock.server.nouns;

import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.auth.Tokens;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Quotes;
import io.github.kazoomock.server.services.QuantityReaction;
import io.github.kazoomock.server.world.Reaction;
import java.util.List;

/** Every noun that the mock serves; a new one is a line here. */
public final class Nouns {
    private Nouns() {}

    public static List<Noun> all(SchemaRegistry schemas, Tokens tokens) {
        return List.of(
                Accounts.noun(schemas),
                ApiAuth.noun(schemas, tokens),
                AppsStore.noun(),
                Auth.noun(tokens),
                Blacklists.noun(schemas),
                Braintree.noun(),
                Channels.noun(schemas),
                ConferenceNotifications.noun(),
                ConferenceServers.noun(schemas),
                Conferences.noun(schemas),
                Callflows.noun(schemas),
                Cdrs.noun(),
                Configs.noun(schemas),
                Devices.noun(schemas),
                Directories.noun(schemas),
                Faxboxes.noun(schemas),
                Groups.noun(schemas),
                Hotdesks.noun(),
                Ledgers.noun(schemas),
                Limits.noun(schemas),
                PhoneNumbers.noun(schemas),
                Menus.noun(schemas),
                Media.noun(schemas),
                PinAuth.noun(tokens),
                Quickcall.noun(),
                Schemas.noun(schemas),
                Search.noun(),
                ServicePlans.noun(schemas),
                Services.noun(schemas),
                SharedAuth.noun(tokens),
                SystemConfigs.noun(schemas),
                TemporalRules.noun(schemas),
                TemporalRulesSets.noun(schemas),
                TokenAuth.noun(),
                Transactions.noun(),
                UserAuth.noun(schemas, tokens),
                Users.noun(schemas),
                Vmboxes.noun(schemas));
    }

    /** What follows from changes, in this order. */
    public static List<Reaction> reactions() {
        return List.of(new AccountTrees(), new BoxReaction(), new CallflowNumbers(), new QuantityReaction());
    }

    /** What has to be accepted before it is done. */
    public static Quotes quotes() {
        return new ChargesToAccept();
    }
}
