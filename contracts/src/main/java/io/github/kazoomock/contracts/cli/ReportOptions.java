package io.github.kazoomock.contracts.cli;

import io.github.kazoomock.contracts.UsageError;
import io.github.kazoomock.contracts.report.Format;
import io.github.kazoomock.contracts.report.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How and where a command reports; mixed into every command that does. */
final class ReportOptions {
    @Option(names = "--format", paramLabel = "FORMAT", description = "human, json, junit or markdown (default: human)")
    private Format format = Format.HUMAN;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "write the report there; the terminal then shows it for humans")
    private @Nullable Path output;

    /**
     * Writes the report.
     *
     * @return the exit code that it asks for
     * @throws UsageError when the file cannot be written
     */
    int write(Report report, PrintWriter out) {
        return write(report, each -> null, out);
    }

    /**
     * Writes a report that says some formats in its own words.
     *
     * @param own its text in a format; null for the usual one
     */
    int write(Report report, Function<Format, @Nullable String> own, PrintWriter out) {
        Function<Format, String> text = each -> {
            String said = own.apply(each);
            return said == null ? each.write(report) : said;
        };
        if (output == null) {
            out.print(text.apply(format));
        } else {
            write(output, text.apply(format));
            out.print(text.apply(Format.HUMAN));
        }
        out.flush();
        return report.isFine() ? ExitCode.FINE : ExitCode.MISMATCH;
    }

    /** True when what is shown is for people, so that a command may say more. */
    boolean isForPeople() {
        return format == Format.HUMAN || output != null;
    }

    private static void write(Path file, String text) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UsageError("--output " + file + " cannot be written; use a file in a folder that can be");
        }
    }
}
