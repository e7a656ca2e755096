package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonLiteral;
import io.github.kazoomock.json.JsonNumber;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Gregorian;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A time rule and the calendar (pbx sheet 10).
 *
 * @param open the rule's document
 * @param first the day from which it applies and intervals are counted
 * @param last the last day on which it can apply
 */
record TemporalRule(JsonObject open, LocalDate first, LocalDate last) {
    /** The end of year 9999 in Gregorian seconds: no rule reaches further. */
    static final long LATEST = 315_569_519_999L;

    private static final long DAY = 86_400;
    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth", "fifth");

    /**
     * A rule as it is stored.
     *
     * @param zone where its first and last day begin and end
     */
    static TemporalRule of(JsonObject open, ZoneId zone) {
        return new TemporalRule(
                open, date(open.integer(0, "start_date"), zone), date(open.integer(LATEST, "end_date"), zone));
    }

    private static LocalDate date(long gregorian, ZoneId zone) {
        long within = Math.max(DAY * 2, Math.min(gregorian, LATEST));
        return LocalDate.ofInstant(Gregorian.instant(within), zone);
    }

    /** True when the rule applies at this time of its account's clocks; a forced one always does, or never. */
    boolean matches(LocalDateTime time) {
        if (open.get("enabled") instanceof JsonLiteral forced && forced != JsonLiteral.NULL) {
            return forced == JsonLiteral.TRUE;
        }
        LocalDate date = time.toLocalDate();
        long second = time.toLocalTime().toSecondOfDay();
        return !date.isBefore(first)
                && !date.isAfter(last)
                && !isExcluded(date)
                && occursOn(date)
                && open.integer(0, "time_window_start") <= second
                && second <= open.integer(DAY, "time_window_stop");
    }

    private boolean isExcluded(LocalDate date) {
        List<String> excluded = open.array("exclude").texts();
        return excluded.contains(DateTimeFormatter.BASIC_ISO_DATE.format(date)) || excluded.contains(date.toString());
    }

    private boolean occursOn(LocalDate date) {
        return switch (open.textOr("cycle", "")) {
            case "date" -> date.equals(first);
            case "daily" -> isTurn(date.toEpochDay() - first.toEpochDay());
            case "weekly" -> isTurn(week(date) - week(first)) && isOnWeekday(date);
            case "monthly" -> isTurn(month(date) - month(first)) && isOnDay(date);
            case "yearly" ->
                isTurn(date.getYear() - (long) first.getYear())
                        && date.getMonthValue() == open.integer(1, "month")
                        && isOnDay(date);
            default -> false;
        };
    }

    private boolean isTurn(long distance) {
        return distance % Math.max(1, open.integer(1, "interval")) == 0;
    }

    /** Weeks begin on Monday; day 0 was a Thursday. */
    private static long week(LocalDate date) {
        return Math.floorDiv(date.toEpochDay() + 3, 7);
    }

    private static long month(LocalDate date) {
        return date.getYear() * 12L + date.getMonthValue();
    }

    /** Days of the month where there are any, else weekdays by their place in the month. */
    private boolean isOnDay(LocalDate date) {
        JsonArray days = open.array("days");
        if (days.size() > 0) {
            return days.values().stream()
                    .anyMatch(day ->
                            day instanceof JsonNumber number && number.value().longValue() == date.getDayOfMonth());
        }
        return isOnWeekday(date) && isOrdinal(date);
    }

    private boolean isOrdinal(LocalDate date) {
        String ordinal = open.textOr("ordinal", "first");
        return switch (ordinal) {
            case "every" -> true;
            case "last" -> date.plusDays(7).getMonthValue() != date.getMonthValue();
            default -> ORDINALS.indexOf(ordinal) == (date.getDayOfMonth() - 1) / 7;
        };
    }

    private boolean isOnWeekday(LocalDate date) {
        List<String> weekdays = open.array("wdays").texts();
        DayOfWeek today = date.getDayOfWeek();
        return weekdays.contains(today.name().toLowerCase(Locale.ROOT))
                || (today == DayOfWeek.WEDNESDAY && weekdays.contains("wensday"));
    }
}
