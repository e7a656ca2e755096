package io.github.kazoomock.server.configs;

/** Where a setting of an account can come from; a later one wins (configs sheet 2). */
public enum Layer {
    /** The defaults of the {@code system_config} schema. */
    SCHEMA("schema defaults"),
    /** The {@code default} section of the {@code system_config} document. */
    SYSTEM("system default section"),
    /** What the account's own reseller stored; its upstream and plain parents do not count (decision G10). */
    RESELLER("reseller"),
    /** What the account itself stored. */
    ACCOUNT("account");

    private final String words;

    Layer(String words) {
        this.words = words;
    }

    /** In words, for people. */
    public String words() {
        return words;
    }
}
