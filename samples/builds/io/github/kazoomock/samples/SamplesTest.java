package io.github.kazoomock.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sample builds and passes its tests outside of this project, with our artifact from a local repository. */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class SamplesTest {
    private static final Path ROOT = Path.of(System.getProperty("kazoo.mock.basedir", ".."));
    private static final Path MAVEN = Path.of(System.getProperty("kazoo.mock.maven", ""));
    private static final Path USUAL = Path.of(System.getProperty("kazoo.mock.repository", ""));
    private static final String VERSION = System.getProperty("kazoo.mock.version", "");
    private static final Path TARGET = ROOT.resolve("samples").resolve("target");
    private static final Path REPOSITORY = TARGET.resolve("repository");

    @BeforeAll
    static void fill() throws IOException {
        Repository filled = Repository.make(REPOSITORY, USUAL);
        Path built = ROOT.resolve("junit-extension/target/kazoo-mock-junit-" + VERSION + ".jar");
        filled.install("kazoo-mock", VERSION, "pom", ROOT.resolve("pom.xml"));
        filled.install("kazoo-mock-junit", VERSION, "pom", ROOT.resolve("junit-extension/pom.xml"));
        filled.install("kazoo-mock-junit", VERSION, "jar", built);
    }

    @ParameterizedTest
    @ValueSource(strings = {"junit", "outside/old-jackson", "outside/javalin-parallel", "outside/spring-boot"})
    void builds_and_passes(String sample) throws IOException, InterruptedException {
        pass(
                sample,
                copy(
                        ROOT.resolve("samples").resolve(sample),
                        TARGET.resolve("built").resolve(sample)));
    }

    @Test
    void the_example_of_the_README_works_when_pasted() throws IOException, InterruptedException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        Matcher blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(readme);
        String example = blocks.results()
                .map(block -> block.group(1))
                .filter(block -> block.contains("@KazooMockTest"))
                .findFirst()
                .orElseThrow();
        Path project = TARGET.resolve("built").resolve("readme");
        Path tests = Files.createDirectories(project.resolve("src/test/java"));
        Files.createDirectories(project.resolve(".mvn"));
        Files.writeString(tests.resolve("PhonesTest.java"), example);
        Files.writeString(project.resolve("pom.xml"), Files.readString(ROOT.resolve("samples/junit/pom.xml")));
        pass("README.md", project);
    }

    private static void pass(String sample, Path project) throws IOException, InterruptedException {
        MavenRun run = MavenRun.test(MAVEN, project, REPOSITORY, true);
        boolean online = !System.getProperty("kazoo.mock.offline", "").endsWith("true");
        if (run.lacksArtifacts() && online) {
            run = MavenRun.test(MAVEN, project, REPOSITORY, false);
        }
        if (run.lacksArtifacts()) {
            System.out.println(sample + ": skipped, since what it needs is not on this machine"
                    + (online ? " and cannot be had" : " and Maven is offline"));
        }
        assumeFalse(run.lacksArtifacts());
        assertThat(run.exit()).as(run.output()).isZero();
        assertThat(run.tests())
                .hasSizeGreaterThan(1)
                .allSatisfy(line -> assertThat(line).contains("Failures: 0, Errors: 0, Skipped: 0"))
                .noneMatch(line -> line.contains("Tests run: 0"));
    }

    /** A copy that our own build has no part in. */
    private static Path copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> !from.relativize(file).startsWith("target"))
                    .toList();
        }
        Files.createDirectories(to.resolve(".mvn")); // else Maven finds the settings of our build above
        for (Path file : files) {
            Path copy = to.resolve(from.relativize(file)).normalize();
            copy.toFile().getParentFile().mkdirs();
            Files.write(copy, Files.readAllBytes(file));
        }
        return to;
    }
}
