package io.github.kazoomock.server.admin;

/** Which kazoo-mock this is. */
public final class Version {
    private Version() {}

    /** As the jar's manifest says; {@code development} when it runs from no jar. */
    public static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
