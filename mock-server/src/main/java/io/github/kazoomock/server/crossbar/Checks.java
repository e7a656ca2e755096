package io.github.kazoomock.server.crossbar;

/** What a noun does to a document besides its schema; both steps report into {@link Draft#faults}. */
public interface Checks {
    /** None: the schema says it all. */
    Checks NONE = draft -> draft;

    /** Before the schema: brings the document into the form in which it is stored, and looks for conflicts. */
    Draft prepare(Draft draft);

    /** After the schema filled defaults and cast types: what is derived from the document or leaves it. */
    default Draft complete(Draft draft) {
        return draft;
    }
}
