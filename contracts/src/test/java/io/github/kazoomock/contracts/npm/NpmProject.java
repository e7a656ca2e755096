package io.github.kazoomock.contracts.npm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The npm project of the tests ({@code src/test/npm}), installed below {@code target} by the first test that needs it.
 * Where there is no Node, or no registry to install from, tests are skipped and say so.
 */
final class NpmProject {
    private static final Path CONTRACTS = Path.of(Objects.requireNonNull(System.getProperty("kazoo.mock.basedir")))
            .resolve("contracts");
    private static final Path INSTALLED = CONTRACTS.resolve("target/npm");
    private static final Pattern NO_REGISTRY =
            Pattern.compile("ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET|ENOTCACHED");
    private static final boolean IS_WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

    private NpmProject() {}

    /** What a program printed, errors too, and its exit code. */
    record Ran(int code, String output) {}

    /** Runs a script of the project. */
    static Ran node(String script, String... arguments) {
        install("");
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(List.of(arguments));
        return run(command);
    }

    /**
     * Installs it.
     *
     * @param loss what is not tested where that cannot be done
     */
    static void needed(String loss) {
        install(loss);
    }

    private static synchronized void install(String loss) {
        assumeTrue(runs("node") && runs(npm()), () -> skipped("there is no Node with npm", loss));
        Path lock = CONTRACTS.resolve("src/test/npm/package-lock.json");
        try {
            Path done = INSTALLED.resolve("installed-package-lock.json");
            boolean fresh = Files.exists(done) && Files.mismatch(done, lock) < 0;
            copy(lock.resolveSibling(""));
            if (!fresh) {
                Files.deleteIfExists(done);
                Ran ran = run(List.of(npm(), "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
                assumeTrue(
                        ran.code == 0 || !NO_REGISTRY.matcher(ran.output).find(),
                        () -> skipped("npm reaches no registry", loss));
                assertThat(ran.code).as(ran.output).isZero();
                Files.copy(lock, done);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from) throws IOException {
        Files.createDirectories(INSTALLED);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.write(INSTALLED.resolve(String.valueOf(file.getFileName())), Files.readAllBytes(file));
            }
        }
    }

    private static boolean runs(String program) {
        try {
            return run(List.of(program, "--version")).code == 0;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static String npm() {
        return IS_WINDOWS ? "npm.cmd" : "npm";
    }

    private static String skipped(String why, String loss) {
        String line = "skipped: " + why + (loss.isEmpty() ? "" : "; " + loss);
        System.out.println(line);
        return line;
    }

    private static Ran run(List<String> command) {
        try {
            Files.createDirectories(INSTALLED);
            Process process = new ProcessBuilder(command)
                    .directory(INSTALLED.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            return new Ran(process.exitValue(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
