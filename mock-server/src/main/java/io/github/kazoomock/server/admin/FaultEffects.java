package io.github.kazoomock.server.admin;

import static io.github.kazoomock.server.admin.FaultReader.only;
import static io.github.kazoomock.server.admin.FaultReader.within;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.UsualProblems;
import io.github.kazoomock.server.faults.Damage;
import io.github.kazoomock.server.faults.Delay;
import io.github.kazoomock.server.faults.Fault;
import io.github.kazoomock.server.faults.Instead;
import io.github.kazoomock.server.sandbox.Sandbox;
import io.github.kazoomock.server.services.MadeUpInvoice;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a fault rule does: one answer instead of the usual, one damage to it, and a delay, or any of them. */
record FaultEffects(Sandbox sandbox) {
    private static final List<String> INSTEAD =
            List.of("status", "reply", "rate_limit", "charges", "conflict", "stale_list");
    private static final List<String> DAMAGE = List.of("connection", "body", "trickle");
    private static final List<String> DISTRIBUTIONS = List.of("fixed", "uniform", "log_normal");

    Fault read(JsonObject fault) {
        only(
                fault,
                Stream.of(INSTEAD, DAMAGE, List.of("delay"))
                        .flatMap(List::stream)
                        .toList());
        if (fault.isEmpty()) {
            throw new BadRequest("status: say what goes wrong, with this or " + String.join(", ", INSTEAD.subList(1, 6))
                    + ", " + String.join(", ", DAMAGE) + ", delay");
        }
        one(fault, INSTEAD);
        one(fault, DAMAGE);
        return new Fault(
                instead(fault),
                fault.has("delay") ? within(fault, "delay", FaultEffects::delay) : new Delay.Fixed(0),
                damage(fault),
                fault.has("trickle") ? within(fault, "trickle", FaultEffects::speed) : 0);
    }

    private Instead instead(JsonObject fault) {
        if (fault.has("status")) {
            return new Instead.Status(status(fault));
        }
        if (fault.has("reply")) {
            return within(fault, "reply", OwnReply::read);
        }
        if (fault.has("charges")) {
            boolean usual = fault.get("charges") == JsonLiteral.TRUE;
            return usual ? charges(JsonObject.EMPTY) : within(fault, "charges", this::charges);
        }
        if (isOn(fault, "rate_limit")) {
            return new Instead.RateLimit();
        }
        if (isOn(fault, "conflict")) {
            return new Instead.Conflict();
        }
        return isOn(fault, "stale_list") ? new Instead.StaleList() : new Instead.Nothing();
    }

    private static int status(JsonObject fault) {
        long status = Wanted.integer(fault, "status", 0);
        if (!UsualProblems.statuses().contains((int) status) || status != (int) status) {
            throw new BadRequest("status: KAZOO has no answer of its own for " + status + "; use one of "
                    + UsualProblems.statuses().stream().map(String::valueOf).collect(Collectors.joining(", "))
                    + ", or reply");
        }
        return (int) status;
    }

    private Instead charges(JsonObject said) {
        only(said, List.of("category", "item", "name", "quantity", "rate", "activation_charge"));
        String category = Wanted.text(said, "category");
        String item = Wanted.text(said, "item");
        String name = Wanted.text(said, "name");
        JsonObject.Builder price = JsonObject.builder()
                .put("name", name == null ? "SIP Device" : name)
                .put("rate", Json.of(Wanted.number(said, "rate", 5)));
        if (said.has("activation_charge")) {
            price.put("activation_charge", Json.of(Wanted.number(said, "activation_charge", 0)));
        }
        String vendor = sandbox.world().master();
        return new Instead.Charges(JsonArray.of(MadeUpInvoice.of(
                category == null ? "devices" : category,
                item == null ? "sip_device" : item,
                price.build(),
                FaultReader.positive(said, "quantity", 1),
                vendor == null ? "" : vendor)));
    }

    private static Delay delay(JsonObject said) {
        only(said, DISTRIBUTIONS);
        one(said, DISTRIBUTIONS);
        if (said.has("uniform")) {
            if (said.get("uniform") instanceof JsonArray bounds
                    && bounds.size() == 2
                    && bounds.get(0) instanceof JsonNumber least
                    && bounds.get(1) instanceof JsonNumber most
                    && least.value().doubleValue() <= most.value().doubleValue()) {
                return new Delay.Uniform(
                        milliseconds("uniform", least.value().doubleValue()),
                        milliseconds("uniform", most.value().doubleValue()));
            }
            throw new BadRequest("uniform: use the least and the most milliseconds, like [100, 300]");
        }
        if (said.has("log_normal")) {
            return within(said, "log_normal", FaultEffects::logNormal);
        }
        if (!said.has("fixed")) {
            throw new BadRequest("fixed: say how long in milliseconds, with this, uniform or log_normal");
        }
        return new Delay.Fixed(milliseconds("fixed", Wanted.number(said, "fixed", 0)));
    }

    private static Delay logNormal(JsonObject said) {
        only(said, List.of("median", "sigma"));
        double sigma = Wanted.number(said, "sigma", -1);
        if (sigma < 0 || sigma > 5) {
            throw new BadRequest("sigma: use a number from 0 to 5; 0.5 is usual");
        }
        return new Delay.LogNormal(milliseconds("median", Wanted.number(said, "median", -1)), sigma);
    }

    private static long milliseconds(String key, double number) {
        if (number < 0 || number > Delay.MOST) {
            throw new BadRequest(key + ": use milliseconds from 0 to " + Delay.MOST);
        }
        return Math.round(number);
    }

    private static int speed(JsonObject said) {
        only(said, List.of("bytes_per_second"));
        long speed = Wanted.integer(said, "bytes_per_second", 0);
        if (speed < 1 || speed > 1_000_000_000) {
            throw new BadRequest("bytes_per_second: use 1 to 1000000000");
        }
        return (int) speed;
    }

    private static Damage damage(JsonObject fault) {
        String connection = Wanted.text(fault, "connection");
        if (connection != null && !connection.equals("reset")) {
            throw new BadRequest("connection: use \"reset\"");
        }
        String body = Wanted.text(fault, "body");
        if (body != null && !List.of("empty", "truncated", "malformed").contains(body)) {
            throw new BadRequest("body: use \"empty\", \"truncated\" or \"malformed\"");
        }
        if (connection != null) {
            return Damage.RESET;
        }
        return body == null ? Damage.NONE : Damage.valueOf(body.toUpperCase(Locale.ROOT));
    }

    private static boolean isOn(JsonObject fault, String key) {
        if (fault.has(key) && fault.get(key) != JsonLiteral.TRUE) {
            throw new BadRequest(key + ": use true, or leave it out");
        }
        return fault.has(key);
    }

    private static void one(JsonObject said, List<String> keys) {
        List<String> used = keys.stream().filter(said::has).toList();
        if (used.size() > 1) {
            throw new BadRequest(used.get(1) + ": does not go together with " + used.get(0));
        }
    }
}
