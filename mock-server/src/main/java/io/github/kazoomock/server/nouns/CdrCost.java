package io.github.kazoomock.server.nouns;

/** What a call came to by the minute, in units of a hundredth of a cent: 10,000 of them are a dollar. */
final class CdrCost {
    private static final double UNITS = 10_000;

    private CdrCost() {}

    /** The charge of a leg that is billed by the minute, 0 of any other. */
    static long of(Cdr cdr, String billing) {
        long seconds = cdr.number("billing_seconds");
        if (!cdr.variable(billing).equals("per_minute") || seconds <= number(cdr, "rate_nocharge_time")) {
            return 0;
        }
        double rate = number(cdr, "rate");
        double minimum = number(cdr, "rate_minimum");
        double increment = number(cdr, "rate_increment");
        increment = increment == 0 ? 60 : increment;
        double begun = seconds <= minimum ? 0 : Math.ceil((seconds - minimum) / increment);
        return (long) (number(cdr, "surcharge") + minimum / 60 * rate + begun * increment / 60 * rate);
    }

    /** The price of a minute in dollars, as Erlang writes it. */
    static String rate(Cdr cdr) {
        return Double.toString(number(cdr, "rate") / UNITS);
    }

    private static double number(Cdr cdr, String variable) {
        String text = cdr.variable(variable);
        return text.matches("[0-9]{1,15}(\\.[0-9]{1,15})?") ? Double.parseDouble(text) : 0;
    }
}
