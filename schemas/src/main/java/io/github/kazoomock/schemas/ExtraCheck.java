package io.github.kazoomock.schemas;

import com.networknt.schema.Error;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.keyword.AbstractKeyword;
import com.networknt.schema.keyword.BaseKeywordValidator;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordValidator;
import com.networknt.schema.path.NodePath;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What KAZOO checks in code beside the keywords, reported as rule {@code error} (core sheet 7.3).
 *
 * <p>{@code kazoo-validation} only marks a property; what is checked follows from the schema's id and the property's
 * name. Here: some properties must be a {@linkplain ClientUrl client URL}, and {@code data} beside a {@code module} is
 * checked against the schema of that {@linkplain Modules module}. Any other marked property passes.
 */
final class ExtraCheck extends BaseKeywordValidator {
    /** Properties that KAZOO will send requests to, as schema id and name. */
    private static final Set<String> CLIENT_URLS = Set.of(
            "call_recording.parameters url",
            "callflows.pivot voice_url",
            "callflows.record_call url",
            "callflows.record_caller url",
            "callflows.webhook uri",
            "faxbox url");

    private final Check check;

    private interface Check {
        /** The message when the value is refused, null when it passes or when what is wrong was already reported. */
        @Nullable
        String refuse(ExecutionContext execution, JsonNode value, JsonNode root, NodePath at);
    }

    /** Whether a marked property of a schema is one that KAZOO will send requests to. */
    static boolean isClientUrl(String schema, String property) {
        return CLIENT_URLS.contains(schema + " " + property);
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
            return new ExtraCheck(this, at, node, parent, context, check(schema, property));
        }

        private Check check(String schema, String property) {
            if (isClientUrl(schema, property)) {
                return (execution, value, root, where) -> ClientUrl.refuse(value);
            }
            Modules modules = Modules.of(schema);
            if (modules != null && property.equals("module")) {
                return (execution, value, root, where) -> unknown(modules, value.stringValue(""));
            }
            if (modules != null && property.equals("data")) {
                return (execution, value, root, where) -> {
                    String module = module(root, where);
                    if (unknown(modules, module) == null) {
                        checkData(execution, value, root, where, modules.schema(module));
                    } else {
                        execution.addError(missing(value, where, modules.schema(module)));
                    }
                    return null;
                };
            }
            return (execution, value, root, where) -> null;
        }

        private @Nullable String unknown(Modules modules, String module) {
            boolean passes = module.isEmpty() || !modules.closed() || library.find(modules.schema(module)) != null;
            return passes ? null : modules.unknown(module);
        }

        private void checkData(ExecutionContext execution, JsonNode value, JsonNode root, NodePath at, String schema) {
            Schema data = library.find(schema);
            if (data != null) {
                data.validate(execution, value, root, at);
            }
        }

        private static Error missing(JsonNode value, NodePath at, String schema) {
            return Error.builder()
                    .keyword(MissingSchema.NAME)
                    .schemaNode(JsonNodeFactory.instance.stringNode(schema))
                    .instanceNode(value)
                    .instanceLocation(at)
                    .message(MissingSchema.MESSAGE)
                    .build();
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
        static final String MESSAGE = "schema not found";

        MissingSchema() {
            super(NAME);
        }

        @Override
        public KeywordValidator newValidator(SchemaLocation at, JsonNode node, Schema parent, SchemaContext context) {
            return new ExtraCheck(this, at, node, parent, context, (run, value, root, where) -> MESSAGE);
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
