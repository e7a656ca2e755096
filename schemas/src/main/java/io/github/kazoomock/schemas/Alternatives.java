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
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import tools.jackson.databind.JsonNode;

/**
 * {@code oneOf} and {@code anyOf} that report themselves and not what each branch found: a branch that was not meant is
 * no mistake of the client (core sheet 7.3).
 */
final class Alternatives extends BaseKeywordValidator {
    private final List<Schema> branches = new ArrayList<>();
    private final IntPredicate enough;

    private Alternatives(
            Keyword keyword,
            SchemaLocation location,
            JsonNode node,
            Schema parent,
            SchemaContext context,
            IntPredicate enough) {
        super(keyword, node, location, parent, context);
        this.enough = enough;
        for (int i = 0; i < node.size(); i++) {
            branches.add(context.newSchema(location.append(i), node.get(i), parent));
        }
    }

    @Override
    public void validate(ExecutionContext execution, JsonNode node, JsonNode root, NodePath at) {
        List<Error> outside = execution.getErrors();
        int valid = 0;
        for (int i = 0; i < branches.size(); i++) {
            execution.setErrors(new ArrayList<>());
            execution.evaluationPathAddLast(i);
            branches.get(i).validate(execution, node, root, at);
            execution.evaluationPathRemoveLast();
            valid += execution.getErrors().isEmpty() ? 1 : 0;
        }
        execution.setErrors(outside);
        if (!enough.test(valid)) {
            execution.addError(error().instanceNode(node)
                    .instanceLocation(at)
                    .evaluationPath(execution.getEvaluationPath())
                    .message("failed to validate")
                    .build());
        }
    }

    /** At least one branch holds. */
    static final class AnyOf extends AbstractKeyword {
        AnyOf() {
            super("anyOf");
        }

        @Override
        public KeywordValidator newValidator(SchemaLocation at, JsonNode node, Schema parent, SchemaContext context) {
            return new Alternatives(this, at, node, parent, context, valid -> valid >= 1);
        }
    }

    /** Exactly one branch holds. */
    static final class OneOf extends AbstractKeyword {
        OneOf() {
            super("oneOf");
        }

        @Override
        public KeywordValidator newValidator(SchemaLocation at, JsonNode node, Schema parent, SchemaContext context) {
            return new Alternatives(this, at, node, parent, context, valid -> valid == 1);
        }
    }
}
