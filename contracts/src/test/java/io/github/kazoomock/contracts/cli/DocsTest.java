package io.github.kazoomock.contracts.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine.ParameterException;

/** Every command line of the pages is one that the commands take. */
@Timeout(60)
class DocsTest {
    private static final Path ROOT = Path.of(Objects.requireNonNull(System.getProperty("kazoo.mock.basedir")));
    private static final String COMMAND = "./kazoo-mock contracts ";

    @Test
    void everyCommandLineOfThePagesIsTaken() throws IOException {
        List<String> wrong = new ArrayList<>();
        int count = 0;
        for (String line : lines()) {
            String words = line.substring(COMMAND.length()).replaceAll("\\s#.*", "");
            String[] arguments = Arrays.stream(words.replace("\"", "").strip().split("\\s+"))
                    .map(word -> word.startsWith("$") ? "http://127.0.0.1/v2" : word)
                    .toArray(String[]::new);
            StringWriter said = new StringWriter();
            try {
                Contracts.line(new PrintWriter(said), new PrintWriter(said)).parseArgs(arguments);
            } catch (ParameterException e) {
                wrong.add(line + ": " + e.getMessage());
            }
            count++;
        }
        assertThat(wrong).isEmpty();
        assertThat(count).isGreaterThan(15);
    }

    private static List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        List<Path> pages;
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            pages = Stream.concat(Stream.of(ROOT.resolve("README.md")), docs)
                    .filter(page -> page.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
        for (Path page : pages) {
            Files.readAllLines(page).stream()
                    .filter(line -> line.startsWith(COMMAND))
                    .forEach(lines::add);
        }
        return lines;
    }
}
