package io.github.kazoomock.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./kazoo-mock contracts} in a checkout of its own, where a Java that only tells and a Maven that only pretends are. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ContractsLauncherTest {
    private static final String BUILDING = "kazoo-mock: building, which happens once ...\n";
    private static final String MAVEN =
            "mvn -q -B -pl contracts -am -DskipTests -Dchecks=off -Dmaven.shade.skip=true package\n";

    @TempDir
    Path folder;

    private Path home;
    private Path target;

    @BeforeEach
    void checkout() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no /bin/bash here");
        folder = folder.toRealPath();
        home = Files.createDirectories(folder.resolve("checkout"));
        target = home.resolve("contracts/target");
        Path script = Path.of(System.getProperty("kazoo.mock.basedir", ".."), "kazoo-mock");
        Files.copy(script, home.resolve("kazoo-mock"), StandardCopyOption.COPY_ATTRIBUTES);
        write(home.resolve("pom.xml"), "");
        for (String module : List.of("schemas", "fixtures", "mock-server", "contracts")) {
            write(home.resolve(module).resolve("src/main/java/A.java"), "");
            write(home.resolve(module).resolve("pom.xml"), "");
        }
        write(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
        program(folder.resolve("jdk/bin/java"), "echo \"java $*\"");
        program(
                folder.resolve("bin/mvn"),
                "echo \"mvn $*\" >>\"" + folder + "/built\"",
                "mkdir -p contracts/target/lib",
                "for part in schemas fixtures server; do : >contracts/target/lib/kazoo-mock-$part-1.jar; done",
                "[ -f contracts/target/kazoo-mock-contracts.jar ] || : >contracts/target/kazoo-mock-contracts.jar");
    }

    @Test
    void builds_what_it_needs_once_and_passes_all_arguments_on() throws Exception {
        String java = "java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable -Xlog:all=error:stderr -jar "
                + target.resolve("kazoo-mock-contracts.jar") + " verify a b.json --format junit\n0";
        assertThat(launch("contracts", "verify", "a b.json", "--format", "junit"))
                .isEqualTo(BUILDING + java);
        assertThat(built()).isEqualTo(MAVEN);
        assertThat(launch("contracts", "verify", "a b.json", "--format", "junit"))
                .isEqualTo(java);
        assertThat(built()).isEqualTo(MAVEN);
    }

    @Test
    void a_jar_without_the_libraries_beside_it_is_built_anew() throws Exception {
        launch("contracts");
        delete(target.resolve("lib"));
        assertThat(launch("contracts")).startsWith(BUILDING);
        Files.delete(target.resolve("lib/kazoo-mock-server-1.jar"));
        assertThat(launch("contracts")).startsWith(BUILDING);
        assertThat(launch("contracts")).startsWith("java ");
        assertThat(built()).isEqualTo(MAVEN.repeat(3));
    }

    @Test
    void newer_sources_of_any_module_below_are_built_once() throws Exception {
        launch("contracts");
        for (String module : List.of("schemas", "fixtures", "mock-server", "contracts")) {
            Path jar = target.resolve("kazoo-mock-contracts.jar");
            Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minusSeconds(60)));
            everything(Instant.now().minusSeconds(120));
            Path source = home.resolve(module).resolve("src/main/java/A.java");
            Files.setLastModifiedTime(source, FileTime.from(Instant.now().minusSeconds(30)));
            assertThat(launch("contracts"))
                    .as(module)
                    .startsWith("kazoo-mock: the sources changed, building ...\njava ");
            assertThat(launch("contracts")).as(module).startsWith("java ");
        }
    }

    @Test
    void what_serves_neither_builds_it_nor_waits_for_it() throws Exception {
        write(home.resolve("mock-server/target/kazoo-mock.jar"), "");
        assertThat(launch("version")).startsWith("java ").endsWith("kazoo-mock.jar version\n0");
        assertThat(folder.resolve("built")).doesNotExist();
        assertThat(target).doesNotExist();
    }

    @Test
    void says_what_maven_said_when_it_fails() throws Exception {
        program(folder.resolve("bin/mvn"), "echo 'ERROR: no such thing'", "exit 1");
        assertThat(launch("contracts", "verify"))
                .isEqualTo(BUILDING + "ERROR: no such thing\n"
                        + "kazoo-mock: the build failed; what Maven said stands above\n3");
    }

    /** What it writes to both streams, then its exit code. */
    private String launch(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("/bin/bash", home.resolve("kazoo-mock").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        Process launcher = builder.start();
        String text = new String(launcher.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return text + launcher.waitFor();
    }

    private String built() throws IOException {
        return Files.readString(folder.resolve("built"));
    }

    private void everything(Instant time) throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            for (Path each : all.filter(path -> !path.startsWith(target)).toList()) {
                Files.setLastModifiedTime(each, FileTime.from(time));
            }
        }
    }

    private static void delete(Path top) throws IOException {
        try (Stream<Path> all = Files.walk(top)) {
            for (Path each : all.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(each);
            }
        }
    }

    private static void program(Path file, String... lines) throws IOException {
        write(file, "#!/bin/bash\n" + String.join("\n", lines) + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }
}
