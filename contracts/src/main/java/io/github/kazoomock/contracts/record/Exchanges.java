package io.github.kazoomock.contracts.record;

import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonSyntaxException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The exchanges of a recording: one JSON object a line in {@code exchanges.jsonl}, in the order in which they ended. */
public final class Exchanges {
    /** The file in a recording's folder. */
    public static final String FILE = "exchanges.jsonl";

    private Exchanges() {}

    /**
     * Hands over each exchange; only one is in memory at a time.
     *
     * <p>A last line that a killed recording could not finish is passed over.
     *
     * @param recording the folder, or the file itself
     * @throws UsageError when there is no such recording, or a line is none; says which
     */
    public static void read(Path recording, Consumer<Exchange> each) {
        Path file = Files.isDirectory(recording) ? recording.resolve(FILE) : recording;
        if (!Files.isRegularFile(file)) {
            throw new UsageError(recording + " is no recording: it has no " + FILE
                    + "; make one with: kazoo-mock contracts record --target URL --out " + recording);
        }
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            @Nullable String line = lines.readLine();
            for (int number = 1; line != null; number++) {
                String next = lines.readLine();
                if (!line.isBlank()) {
                    Exchange read = read(line, file + ":" + number, next == null);
                    if (read != null) {
                        each.accept(read);
                    }
                }
                line = next;
            }
        } catch (IOException e) {
            throw new UsageError(file + " cannot be read: " + e.getMessage());
        }
    }

    private static @Nullable Exchange read(String line, String where, boolean last) {
        try {
            return ExchangeLine.read(Json.parse(line));
        } catch (JsonSyntaxException | IllegalArgumentException e) {
            if (last && e instanceof JsonSyntaxException) {
                return null; // a kill cut it
            }
            throw new UsageError(where + ": " + e.getMessage());
        }
    }

    /**
     * Adds an exchange to a folder's file, which is made when missing; it is in the file when this returns.
     *
     * @throws IOException when it cannot be written
     */
    public static void append(Path folder, Exchange exchange) throws IOException {
        String line = ExchangeLine.write(exchange) + "\n";
        try (OutputStream out =
                Files.newOutputStream(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            out.write(line.getBytes(StandardCharsets.UTF_8));
        }
    }
}
