package io.github.kazoomock.server.nouns;

import static io.github.kazoomock.server.nouns.Office.json;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A demo server whose superduper admin puts numbers into Harbor Dental Group, and that account's administrator. */
final class NumbersOffice implements AutoCloseable {
    final Office office;
    final Office reseller;
    private final Office top;

    NumbersOffice(String profile) {
        office = new Office(profile);
        top = office.as("admin");
        reseller = office.as("nora");
    }

    static String path(String number) {
        return "phone_numbers/" + URLEncoder.encode(number, StandardCharsets.UTF_8);
    }

    /** What the superduper admin asks of the office's account. */
    Response top(String method, String path, String data) {
        return top.client()
                .send(method, office.at(path), JsonObject.of("data", json(data)).toString());
    }

    /** A number of the office, local unless said otherwise. */
    void local(String number) {
        made(number, "{}");
    }

    /** A number from a carrier that is not local. */
    void bought(String number) {
        made(number, "{'carrier_name':'other'}");
    }

    void made(String number, String data) {
        Response made = top("PUT", path(number), data);
        if (made.status() != 201) {
            throw new IllegalStateException(made.text());
        }
    }

    /** A number that a carrier offers. */
    String offered(String prefix) {
        JsonObject found = (JsonObject) office.get("phone_numbers?prefix=" + prefix)
                .body()
                .array("data")
                .get(0);
        return found.textOr("number", "");
    }

    JsonObject row(String number) {
        return office.get("phone_numbers").data().object("numbers", number);
    }

    @Override
    public void close() {
        office.close();
    }
}
