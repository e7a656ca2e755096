package io.github.kazoomock.server.numbers;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is dialled for the countries that numbers are searched in. */
public final class Countries {
    /** Dial code, then the countries of it. */
    private static final String[] CODES = {
        "1 US CA PR",
        "7 RU KZ",
        "20 EG",
        "27 ZA",
        "30 GR",
        "31 NL",
        "32 BE",
        "33 FR",
        "34 ES",
        "36 HU",
        "39 IT",
        "40 RO",
        "41 CH",
        "43 AT",
        "44 GB IM JE GG",
        "45 DK",
        "46 SE",
        "47 NO",
        "48 PL",
        "49 DE",
        "51 PE",
        "52 MX",
        "54 AR",
        "55 BR",
        "56 CL",
        "57 CO",
        "58 VE",
        "60 MY",
        "61 AU",
        "62 ID",
        "63 PH",
        "64 NZ",
        "65 SG",
        "66 TH",
        "81 JP",
        "82 KR",
        "84 VN",
        "86 CN",
        "90 TR",
        "91 IN",
        "92 PK",
        "94 LK",
        "98 IR",
        "212 MA",
        "213 DZ",
        "216 TN",
        "233 GH",
        "234 NG",
        "254 KE",
        "255 TZ",
        "256 UG",
        "351 PT",
        "352 LU",
        "353 IE",
        "354 IS",
        "356 MT",
        "357 CY",
        "358 FI",
        "359 BG",
        "370 LT",
        "371 LV",
        "372 EE",
        "380 UA",
        "381 RS",
        "385 HR",
        "386 SI",
        "420 CZ",
        "421 SK",
        "423 LI",
        "502 GT",
        "503 SV",
        "504 HN",
        "505 NI",
        "506 CR",
        "507 PA",
        "593 EC",
        "595 PY",
        "598 UY",
        "852 HK",
        "886 TW",
        "961 LB",
        "962 JO",
        "966 SA",
        "971 AE",
        "972 IL",
        "974 QA"
    };

    private static final Map<String, String> BY_COUNTRY = byCountry();

    private Countries() {}

    private static Map<String, String> byCountry() {
        Map<String, String> codes = new HashMap<>();
        for (String line : CODES) {
            String[] words = line.split(" ");
            for (int i = 1; i < words.length; i++) {
                codes.put(words[i], words[0]);
            }
        }
        return Map.copyOf(codes);
    }

    /** Null for a country that the mock does not know. */
    public static @Nullable String dialCode(String country) {
        return BY_COUNTRY.get(country.toUpperCase(Locale.ROOT));
    }
}
