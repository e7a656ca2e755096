package io.github.kazoomock.server.numbers;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.util.List;
import java.util.Locale;

/** A small phonebook: the area codes of cities (decision R11). */
public final class Cities {
    /** City, state, area codes. */
    private static final List<String> KNOWN = List.of(
            "Albuquerque/NM/505",
            "Atlanta/GA/404,470,678",
            "Austin/TX/512,737",
            "Baltimore/MD/410,443",
            "Boston/MA/617,857",
            "Charlotte/NC/704,980",
            "Chicago/IL/312,773,872",
            "Cleveland/OH/216",
            "Columbus/OH/380,614",
            "Dallas/TX/214,469,972",
            "Denver/CO/303,720",
            "Detroit/MI/313",
            "El Paso/TX/915",
            "Fort Worth/TX/682,817",
            "Fresno/CA/559",
            "Honolulu/HI/808",
            "Houston/TX/281,713,832",
            "Indianapolis/IN/317,463",
            "Jacksonville/FL/904",
            "Kansas City/MO/816",
            "Las Vegas/NV/702,725",
            "Long Beach/CA/562",
            "Los Angeles/CA/213,310,323",
            "Louisville/KY/502",
            "Memphis/TN/901",
            "Miami/FL/305,786",
            "Milwaukee/WI/414",
            "Minneapolis/MN/612",
            "Nashville/TN/615,629",
            "New Orleans/LA/504",
            "New York/NY/212,646,917",
            "Oakland/CA/510",
            "Oklahoma City/OK/405",
            "Omaha/NE/402,531",
            "Philadelphia/PA/215,267",
            "Phoenix/AZ/602",
            "Pittsburgh/PA/412",
            "Portland/OR/503,971",
            "Raleigh/NC/919,984",
            "Sacramento/CA/279,916",
            "San Antonio/TX/210,726",
            "San Diego/CA/619,858",
            "San Francisco/CA/415,628",
            "San Jose/CA/408,669",
            "Seattle/WA/206",
            "St. Louis/MO/314",
            "Tampa/FL/813",
            "Tucson/AZ/520",
            "Tulsa/OK/539,918",
            "Washington/DC/202,771");

    private Cities() {}

    /** {@code {"Boston": {"prefixes": ["617"], "state": "MA"}}} for every city whose name begins so, whatever the case. */
    public static JsonObject startingWith(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        JsonObject.Builder found = JsonObject.builder();
        for (String line : KNOWN) {
            String[] parts = line.split("/");
            if (!wanted.isEmpty() && parts[0].toLowerCase(Locale.ROOT).startsWith(wanted)) {
                JsonObject city =
                        JsonObject.of("prefixes", Json.texts(List.of(parts[2].split(","))), "state", Json.of(parts[1]));
                found.put(parts[0], city);
            }
        }
        return found.build();
    }
}
