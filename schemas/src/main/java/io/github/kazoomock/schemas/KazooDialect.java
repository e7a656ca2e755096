package io.github.kazoomock.schemas;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.util.Set;

/**
 * JSON Schema draft-04 as KAZOO's validator reads it: few formats, its own keywords, alternatives reported as one error
 * (core sheet 7.3). Any keyword it does not know is an annotation, so files with KAZOO's typing errors still load.
 */
final class KazooDialect {
    /** The {@code $schema} of every schema; the stock draft-04 of the library must not answer to it. */
    static final String ID = "http://json-schema.org/draft-04/schema#";

    /** The formats that can fail; {@code uri}, {@code hostname}, {@code regex} and others never do. */
    private static final Set<String> CHECKED = Set.of("ipv4", "ipv6", "date-time");

    private KazooDialect() {}

    static Dialect create(SchemaLibrary library) {
        return Dialect.builder(ID, Dialects.getDraft4())
                .formats(formats -> {
                    formats.keySet().retainAll(CHECKED);
                    formats.put("email", new Email());
                })
                .keyword(new Alternatives.AnyOf())
                .keyword(new Alternatives.OneOf())
                .keyword(new Enumeration.Word())
                .keyword(new ExtraCheck.Marked(library))
                .keyword(new ExtraCheck.Expression())
                .keyword(new ExtraCheck.MissingSchema())
                .unknownKeywordFactory((name, context) -> new NonValidationKeyword(name))
                .build();
    }

    /** Exactly one {@code @} with something on both sides. */
    private static final class Email implements Format {
        @Override
        public String getName() {
            return "email";
        }

        @Override
        public boolean matches(ExecutionContext context, String value) {
            return Regexes.find("^[^@]+@[^@]+$", value);
        }
    }
}
