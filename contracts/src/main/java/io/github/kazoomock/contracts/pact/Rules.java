package io.github.kazoomock.contracts.pact;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.IResponse;
import au.com.dius.pact.core.model.matchingrules.DateMatcher;
import au.com.dius.pact.core.model.matchingrules.IncludeMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MaxTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.MinMaxTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.MinTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.NumberTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.TimeMatcher;
import au.com.dius.pact.core.model.matchingrules.TimestampMatcher;
import io.github.kazoomock.contracts.report.Finding;
import io.github.kazoomock.contracts.report.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The matching rules of a response's body, asked what they want at a place. */
final class Rules {
    /** An enumeration as a regular expression: {@code ^(a|b)$}, its words without operators but escaped ones. */
    private static final Pattern ENUM =
            Pattern.compile("\\^?\\(?(?:\\?:)?((?:[^|()\\[\\]{}*+?.^$\\\\]|\\\\[^a-zA-Z0-9])*"
                    + "(?:\\|(?:[^|()\\[\\]{}*+?.^$\\\\]|\\\\[^a-zA-Z0-9])*)*)\\)?\\$?");

    private final MatchingContext context;

    Rules(IResponse response) {
        this.context = new MatchingContext(response.getMatchingRules().rulesForCategory("body"), true);
    }

    /** Which rule a text or number broke, in words; empty when none says more than its type. */
    Optional<Finding> broken(PactPath path, String where, String actual) {
        for (MatchingRule rule : at(path)) {
            if (rule instanceof RegexMatcher regex) {
                return Optional.of(written(regex.getRegex(), where, actual));
            }
            if (rule instanceof IncludeMatcher include) {
                return Optional.of(
                        new Finding(Kind.WRONG_VALUE, where, "a text with \"" + include.getValue() + "\"", actual));
            }
            if (rule instanceof NumberTypeMatcher number) {
                String wanted = number.getNumberType().name().toLowerCase(Locale.ROOT);
                return Optional.of(new Finding(Kind.WRONG_TYPE, where, wanted, actual));
            }
            String format = rule instanceof DateMatcher date
                    ? date.getFormat()
                    : rule instanceof TimeMatcher time
                            ? time.getFormat()
                            : rule instanceof TimestampMatcher stamp ? stamp.getFormat() : "";
            if (!format.isEmpty()) {
                return Optional.of(new Finding(Kind.WRONG_PATTERN, where, format, actual));
            }
        }
        return Optional.empty();
    }

    /** What a list may have; empty when no rule says. */
    Optional<String> length(PactPath path) {
        for (MatchingRule rule : at(path)) {
            if (rule instanceof MinTypeMatcher min) {
                return Optional.of("at least " + min.getMin());
            }
            if (rule instanceof MaxTypeMatcher max) {
                return Optional.of("at most " + max.getMax());
            }
            if (rule instanceof MinMaxTypeMatcher both) {
                return Optional.of(both.getMin() + " to " + both.getMax());
            }
        }
        return Optional.empty();
    }

    /** A text that is not as a regular expression says. */
    static Finding written(String regex, String where, String actual) {
        var words = ENUM.matcher(regex);
        boolean isEnum = regex.contains("|") && words.matches();
        return isEnum
                ? new Finding(
                        Kind.NOT_IN_ENUM,
                        where,
                        "one of " + words.group(1).replaceAll("\\\\(.)", "$1").replace("|", ", "),
                        actual)
                : new Finding(Kind.WRONG_PATTERN, where, regex, actual);
    }

    private List<MatchingRule> at(PactPath path) {
        return context.selectBestMatcher(path.inPact()).getRules();
    }
}
