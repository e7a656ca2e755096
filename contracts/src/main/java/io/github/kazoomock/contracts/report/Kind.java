package io.github.kazoomock.contracts.report;

/** The words of {@link Finding#kind} that several commands use, so that the same thing has the same name everywhere. */
public final class Kind {
    public static final String UNEXPECTED_STATUS = "unexpected status";
    public static final String MISSING_HEADER = "missing header";
    public static final String WRONG_HEADER = "wrong header";
    public static final String WRONG_CONTENT_TYPE = "wrong content type";
    public static final String MISSING_BODY = "missing body";
    public static final String UNEXPECTED_BODY = "unexpected body";
    /** It calls itself JSON and is none. */
    public static final String NO_JSON = "no JSON";

    public static final String MISSING_FIELD = "missing field";
    public static final String UNEXPECTED_FIELD = "unexpected field";
    public static final String WRONG_TYPE = "wrong type";
    public static final String WRONG_VALUE = "wrong value";
    public static final String NOT_IN_ENUM = "not in enum";
    /** A text is not written as its regular expression says. */
    public static final String WRONG_PATTERN = "wrong pattern";

    public static final String TOO_FEW_ELEMENTS = "too few elements";
    public static final String TOO_MANY_ELEMENTS = "too many elements";
    public static final String WRONG_ORDER = "wrong order";
    /** The value that a provider state made stands not where the example has it. */
    public static final String WRONG_REFERENCE = "wrong reference";

    public static final String UNKNOWN_STATE = "unknown provider state";
    public static final String FAILED_STATE = "provider state failed";
    /** What the request needs, and no provider state gave. */
    public static final String MISSING_VALUE = "missing state value";
    /** Pact itself gave up. */
    public static final String NOT_COMPARABLE = "not comparable";

    /** Not founded as well as was asked for. */
    public static final String LOW_GRADE = "low grade";

    /** A live server that stopped answering. */
    public static final String NO_ANSWER = "no answer";
    /** Something that a run created on a live server and could not remove. */
    public static final String LEFT_BEHIND = "left behind";

    private Kind() {}
}
