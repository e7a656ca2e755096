package io.github.kazoomock.json;

/** The text is no JSON; says where. */
public final class JsonSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why the text was refused. */
    public enum Kind {
        MALFORMED,
        DUPLICATE_KEY
    }

    private final Kind kind;
    private final int line;
    private final int column;

    JsonSyntaxException(Kind kind, String message, int line, int column) {
        super(message);
        this.kind = kind;
        this.line = line;
        this.column = column;
    }

    public Kind kind() {
        return kind;
    }

    /** The line of the first bad character, counted from 1. */
    public int line() {
        return line;
    }

    /** The column of the first bad character, counted from 1. */
    public int column() {
        return column;
    }
}
