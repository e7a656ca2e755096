package io.github.kazoomock.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a process; it is not made to build anything here. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LauncherTest {
    @TempDir
    Path folder;

    @BeforeEach
    void needs_bash() {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no /bin/bash here");
    }

    @Test
    void says_in_one_line_which_java_it_needs() throws Exception {
        Path java = Files.createDirectories(folder.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        assertThat(launch(folder.toString()))
                .isEqualTo(
                        "kazoo-mock: needs Java 17 or newer; " + java + " is 11.0.2: set JAVA_HOME to a newer one\n3");
    }

    @Test
    void says_when_java_home_is_none() throws Exception {
        assertThat(launch(folder.toString()))
                .isEqualTo("kazoo-mock: JAVA_HOME is " + folder
                        + ", which has no bin/java; set it to a JDK 17 or newer\n3");
    }

    @Test
    void a_signal_ends_the_jar_with_code_0_and_saves_the_world() throws Exception {
        Path jar = root().resolve("mock-server/target/kazoo-mock.jar");
        assumeTrue(isFresh(jar), "the jar is not built from what is tested here: mvn package, then again");
        Path ready = folder.resolve("ready.json");
        Process mock = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toString(),
                        "serve",
                        "--port=0",
                        "--fixture=empty",
                        "--log=json",
                        "--ready-file=" + ready,
                        "--save=" + folder.resolve("saved"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            byte[] first = mock.inputReader(StandardCharsets.UTF_8).readLine().getBytes(StandardCharsets.UTF_8);
            assertThat(Json.parse(first)).isEqualTo(Json.parse(Files.readAllBytes(ready)));
            assertThat(((JsonObject) Json.parse(first)).integer(0, "pid")).isEqualTo(mock.pid());
            mock.destroy();
            assertThat(mock.waitFor()).isZero();
            assertThat(folder.resolve("saved/fixture.json")).exists();
        } finally {
            mock.destroyForcibly();
        }
    }

    @Test
    void a_signal_to_exec_reaches_the_program_whose_code_it_ends_with() throws Exception {
        Path jar = root().resolve("mock-server/target/kazoo-mock.jar");
        assumeTrue(isFresh(jar), "the jar is not built from what is tested here: mvn package, then again");
        String program =
                "trap 'echo got it; exit 9' TERM; echo $KAZOO_MOCK_USERNAME; " + "while true; do sleep 0.1; done";
        Process exec = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toString(),
                        "exec",
                        "--fixture=empty",
                        "--save=" + folder.resolve("saved"),
                        "--",
                        "/bin/bash",
                        "-c",
                        program)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(exec.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("admin");
            exec.toHandle().destroy(); // the signal alone; Process.destroy would close the program's output as well
            assertThat(exec.waitFor()).isEqualTo(9);
            assertThat(folder.resolve("saved/fixture.json")).exists();
        } finally {
            exec.descendants().forEach(ProcessHandle::destroyForcibly);
            exec.destroyForcibly();
        }
    }

    /** What it writes to both streams, then its exit code. */
    private String launch(String javaHome) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                List.of("/bin/bash", root().resolve("kazoo-mock").toString(), "version"));
        builder.environment().put("JAVA_HOME", javaHome);
        Process launcher = builder.redirectErrorStream(true).start();
        String text = new String(launcher.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return text + launcher.waitFor();
    }

    private static boolean isFresh(Path jar) throws Exception {
        Path classes = Path.of(
                Cli.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path tested = classes.resolve(Cli.class.getName().replace('.', '/') + ".class");
        return Files.exists(jar)
                && Files.exists(tested)
                && Files.getLastModifiedTime(jar).compareTo(Files.getLastModifiedTime(tested)) > 0;
    }

    private static Path root() {
        return Path.of(System.getProperty("kazoo.mock.basedir", ".."));
    }
}
