package io.github.kazoomock.schemas;

import java.util.Locale;

/** What a converted schema describes: the same properties, with other duties. */
public enum Reading {
    /** A document, as the schema has it. */
    WHOLE,
    /** What a client sends for a whole document: what has a default may be left out, because KAZOO fills it in. */
    SENT,
    /** What a client sends to change a part of one: nothing is required, null removes a key (core sheet 10.5). */
    PATCHED,
    /** What KAZOO shows of a document: some keys are kept back and others, like {@code id}, stand beside its own. */
    SHOWN;

    /** In lower case, for names. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether only a part of a document is described, of which nothing can be required. */
    boolean isPart() {
        return this == PATCHED || this == SHOWN;
    }
}
