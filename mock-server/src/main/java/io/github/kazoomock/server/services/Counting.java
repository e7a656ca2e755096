package io.github.kazoomock.server.services;

import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.numbers.Classifiers;
import io.github.kazoomock.server.numbers.Features;
import io.github.kazoomock.server.numbers.NumberState;
import io.github.kazoomock.server.numbers.PhoneNumber;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a document counts for in its account (services sheet 3.1); disabled ones do not count. */
public final class Counting {
    private Counting() {}

    /** What it counts for; nothing when it is not there. */
    public static Quantities of(@Nullable Document document) {
        if (document == null) {
            return Quantities.NONE;
        }
        if (document.type().equals(Account.TYPE)) {
            return Quantities.of("accounts", "account", 1); // a disabled account is one, too
        }
        if (document.open().get("enabled") == JsonLiteral.FALSE) {
            return Quantities.NONE;
        }
        return byType(document).plus(billing(document.open()));
    }

    /** Everything in an account, counted from scratch. */
    public static Quantities of(Account account) {
        Quantities sum = Quantities.NONE;
        for (String type : account.types()) {
            for (Document document : account.shelf(type).values()) {
                sum = sum.plus(of(document));
            }
        }
        return sum;
    }

    private static Quantities byType(Document document) {
        JsonObject open = document.open();
        return switch (document.type()) {
            case "user" -> Quantities.of("users", open.textOr("priv_level", "user"), 1);
            case "device" -> Quantities.of("devices", open.textOr("device_type", "sip_device"), 1);
            case "limits" -> trunks(open);
            case "whitelabel" -> Quantities.of("branding", "whitelabel", 1);
            case "vmbox" -> mailbox(open);
            case "faxbox" -> Quantities.of("faxes", "mailbox", 1);
            case PhoneNumber.TYPE -> number(document);
            case "conference" -> Quantities.of("conferences", "conference", 1);
            default -> Quantities.NONE;
        };
    }

    private static Quantities mailbox(JsonObject open) {
        Quantities one = Quantities.of("voicemails", "mailbox", 1);
        return open.isTrue("transcribe") ? one.plus(Quantities.of("voicemails", "transcription", 1)) : one;
    }

    /** A number in service, its carrier and each of its features; local ones are not billed as numbers. */
    private static Quantities number(Document document) {
        PhoneNumber number = new PhoneNumber("", document);
        if (number.state() != NumberState.IN_SERVICE) {
            return Quantities.NONE;
        }
        Set<String> features = Features.active(number);
        Quantities sum = Quantities.of("number_carriers", number.carrier().module(), 1);
        for (String feature : features) {
            sum = sum.plus(new ItemKey("number_services", feature), 1);
        }
        String kind = Classifiers.USUAL.classOf(number.number());
        return kind == null || features.contains(Features.LOCAL)
                ? sum
                : sum.plus(new ItemKey("phone_numbers", kind), 1);
    }

    private static Quantities trunks(JsonObject limits) {
        Quantities sum = Quantities.NONE;
        for (String kind : new String[] {"twoway_trunks", "inbound_trunks", "outbound_trunks"}) {
            sum = sum.plus(new ItemKey("limits", kind), Math.max(0, limits.integer(0, kind)));
        }
        return sum;
    }

    /** Any document may say what else it costs: {@code "billing": {"x": 2}}. */
    private static Quantities billing(JsonObject open) {
        Quantities sum = Quantities.NONE;
        JsonObject billing = open.object("billing");
        for (String item : billing.keys()) {
            if (billing.get(item) instanceof JsonNumber number) {
                sum = sum.plus(new ItemKey("billing", item), number.value().longValue());
            }
        }
        return sum;
    }
}
