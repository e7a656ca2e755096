package io.github.kazoomock.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A run of Maven and what it printed.
 *
 * @param exit its exit code
 */
record MavenRun(int exit, String output) {
    private static final int MINUTES = 8;

    /** What Maven says when it cannot have something. */
    private static final List<String> LACKING = List.of(
            "in offline mode", "Could not transfer artifact", "Could not find artifact", "could not be resolved");

    /** Runs {@code mvn test} on the JDK that this runs on. */
    static MavenRun test(Path maven, Path project, Path repository, boolean offline)
            throws IOException, InterruptedException {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        Path program = maven.resolve("bin").resolve(windows ? "mvn.cmd" : "mvn");
        List<String> command = new ArrayList<>(List.of(program.toString(), "-B", "-ntp"));
        if (offline) {
            command.add("-o");
        }
        command.addAll(List.of("-Dmaven.repo.local=" + repository, "test"));
        Path log = project.resolve("maven.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home", ""));
        builder.environment().remove("MAVEN_OPTS");
        Process process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            throw new IllegalStateException("no end after " + MINUTES + " minutes: " + Files.readString(log));
        }
        return new MavenRun(process.exitValue(), Files.readString(log));
    }

    /** Whether it failed for want of something that is not on this machine and could not be fetched. */
    boolean lacksArtifacts() {
        boolean ofOurs = output.contains("io.github.kazoomock:kazoo-mock-junit:jar");
        return exit != 0 && !ofOurs && LACKING.stream().anyMatch(output::contains);
    }

    /** The lines of the tests that ran: one for each class, and one for all. */
    Stream<String> tests() {
        return output.lines().filter(line -> line.contains("Tests run:"));
    }
}
