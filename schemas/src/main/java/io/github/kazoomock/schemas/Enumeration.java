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
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * {@code enum} that compares as KAZOO does: 1 and 1.0 differ. The library's own also writes all values to text when a
 * schema is compiled, which costs the first request a tenth of a second.
 */
final class Enumeration extends BaseKeywordValidator {
    private final Set<JsonNode> values;

    private Enumeration(Keyword keyword, SchemaLocation at, JsonNode node, Schema parent, SchemaContext context) {
        super(keyword, node, at, parent, context);
        this.values = new HashSet<>(node.values());
    }

    @Override
    public void validate(ExecutionContext execution, JsonNode node, JsonNode root, NodePath at) {
        if (!values.contains(node)) {
            execution.addError(error().instanceNode(node)
                    .instanceLocation(at)
                    .evaluationPath(execution.getEvaluationPath())
                    .message("not in the list")
                    .build());
        }
    }

    /** The keyword itself. */
    static final class Word extends AbstractKeyword {
        Word() {
            super("enum");
        }

        @Override
        public KeywordValidator newValidator(SchemaLocation at, JsonNode node, Schema parent, SchemaContext context) {
            return new Enumeration(this, at, node, parent, context);
        }
    }
}
