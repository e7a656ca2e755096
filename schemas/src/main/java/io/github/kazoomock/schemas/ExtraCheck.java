package io.github.kazoomock.schemas;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What KAZOO checks in code beside the keywords, reported as rule {@code error} (core sheet 7.3).
 *
 * <p>{@code kazoo-validation} only marks a property; what is checked follows from the schema's id and the property's
 * name. Here: the URLs of recordings and fax boxes must be {@linkplain ClientUrl client URLs}, and {@code data} of a
 * metaflow is checked against {@code metaflows.MODULE}. Where the registry has no schema of that id, data and module
 * pass: KAZOO would refuse the module, but the mock must not refuse a module only because it has no schema of it. Any
 * other marked property passes.
 */
final class ExtraCheck extends BaseKeywordValidator {
    /** The id of a schema whose {@code data} belongs to its {@code module}, and where the modules' schemas are. */
    private static final Map<String, String> MODULES = Map.of("metaflow", "metaflows.");

    /** Schemas whose properties {@code url} KAZOO itself will call. */
    private static final Set<String> CLIENT_URLS = Set.of("call_recording.parameters", "faxbox");

    private final Check check;

    private interface Check {
        /** The message when the value is refused, null when it passes or when what is wrong was already reported. */
        @Nullable
        String refuse(ExecutionContext execution, JsonNode value, JsonNode root, NodePath at);
    }

    private ExtraCheck(
            Keyword keyword, SchemaLocation at, JsonNode node, Schema parent, SchemaContext context, Check check) {
        super(keyword, node, at, parent, context);
        this.check = check;
    }

    @Override
    public void validate(ExecutionContext execution, JsonNode node, JsonNode root, NodePath at) {
        String message = check.refuse(execution, node, root, at);
        if (message != null) {
            execution.addError(error().instanceNode(node)
                    .instanceLocation(at)
                    .evaluationPath(execution.getEvaluationPath())
                    .message(message)
                    .build());
        }
    }

    /** {@code kazoo-validation}. */
    static final class Marked extends AbstractKeyword {
        static final String NAME = "kazoo-validation";

        private final SchemaLibrary library;

        Marked(SchemaLibrary library) {
            super(NAME);
            this.library = library;
        }

        @Override
        public KeywordValidator newValidator(SchemaLocation at, JsonNode node, Schema parent, SchemaContext context) {
            String schema = SchemaLibrary.idOf(at);
            NodePath marked = at.getFragment();
            String property = marked.getNameCount() < 2 ? "" : marked.getName(marked.getNameCount() - 2);
            Check check = (execution, value, root, where) -> null;
            if (CLIENT_URLS.contains(schema) && property.equals("url")) {
                check = (execution, value, root, where) -> ClientUrl.refuse(value);
            } else if (property.equals("data") && MODULES.containsKey(schema)) {
                String prefix = MODULES.get(schema);
                check = (execution, value, root, where) -> {
                    Schema data = library.find(prefix + module(root, where));
                    if (data != null) {
                        data.validate(execution, value, root, where);
                    }
                    return null;
                };
            }
            return new ExtraCheck(this, at, node, parent, context, check);
        }

        /** The text of {@code module} beside the value at the place; empty when there is none. */
        private static String module(JsonNode root, NodePath at) {
            JsonNode beside = root;
            for (int i = 0; i < at.getNameCount() - 1; i++) {
                beside = at.getElement(i) instanceof Integer index ? beside.path(index) : beside.path(at.getName(i));
            }
            return beside.path("module").stringValue("");
        }
    }

    /** Stands for a {@code $ref} to a schema that does not exist: whatever reaches it is refused. */
    static final class MissingSchema extends AbstractKeyword {
        static final String NAME = "kazoo-missing-schema";

        MissingSchema() {
            super(NAME);
        }

        @Override
        public KeywordValidator newValidator(SchemaLocation at, JsonNode node, Schema parent, SchemaContext context) {
            return new ExtraCheck(this, at, node, parent, context, (run, value, root, where) -> "schema not found");
        }
    }

    /** {@code kazoo-regexp}: the value must be a regular expression itself. */
    static final class Expression extends AbstractKeyword {
        static final String NAME = "kazoo-regexp";

        Expression() {
            super(NAME);
        }

        @Override
        public KeywordValidator newValidator(SchemaLocation at, JsonNode node, Schema parent, SchemaContext context) {
            return new ExtraCheck(this, at, node, parent, context, (execution, value, root, where) -> refuse(value));
        }

        private static @Nullable String refuse(JsonNode value) {
            return !value.isString() || Regexes.isExpression(value.stringValue())
                    ? null
                    : "invalid regular expression: '" + value.stringValue() + "'";
        }
    }
}
