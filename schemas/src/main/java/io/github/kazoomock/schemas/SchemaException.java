package io.github.kazoomock.schemas;

import java.util.List;

/** A folder of schemas cannot be used; names every problem with its file, its place in the file and what to do. */
public final class SchemaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    SchemaException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** One line a problem, in the order of the files' names. */
    public List<String> problems() {
        return problems;
    }
}
