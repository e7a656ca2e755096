package io.github.kazoomock.contracts.redact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Made-up telephone numbers: of the same country and length, where possible of those that are kept free for examples, and
 * never one for two.
 *
 * <p>What it remembers is about 200 bytes for each number that it ever saw.
 */
final class Numbers {
    private static final String FILE = "numbers.txt";

    /** What is shorter is an extension, a feature code or an emergency number. */
    static final int SHORTEST = 7;

    private static final int NATIONAL = 10;

    private final Keyed keyed;
    private final Map<String, List<String>> shapes = read();
    private final Map<String, String> known = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    Numbers(Keyed keyed) {
        this.keyed = keyed;
    }

    /** The same text with other digits; national and international forms of a number get forms of one other number. */
    String of(String written) {
        String digits = written.replaceAll("[^0-9]", "");
        if (digits.length() < SHORTEST || digits.chars().allMatch(digit -> digit == '0')) {
            return written;
        }
        boolean international = written.startsWith("+");
        String prefix =
                international || !digits.matches("(00|011)[1-9].*") ? "" : digits.startsWith("00") ? "00" : "011";
        String number = digits.substring(prefix.length());
        boolean isShort = !international && prefix.isEmpty() && number.matches("[2-9]\\d{2}[2-9]\\d{6}");
        boolean isKnown = international || !prefix.isEmpty() || isShort || number.matches("1[2-9]\\d{2}[2-9]\\d{6}");
        String other = made(isKnown ? (isShort ? "1" + number : number) : "?" + number);
        return laid(prefix + (isShort ? other.substring(other.length() - NATIONAL) : other), written);
    }

    /** Digits where digits were. */
    private static String laid(String digits, String written) {
        StringBuilder laid = new StringBuilder();
        int next = 0;
        for (int i = 0; i < written.length(); i++) {
            char each = written.charAt(i);
            laid.append(Character.isDigit(each) ? digits.charAt(next++) : each);
        }
        return laid.toString();
    }

    /** @param number with country code, or a question mark and what it is that nobody knows the country of */
    private synchronized String made(String number) {
        String hash = keyed.hex("number", number).substring(0, 32);
        return known.computeIfAbsent(hash, unknown -> fresh(number));
    }

    private String fresh(String number) {
        List<String> fitting = number.startsWith("?") ? List.of() : shapes(number);
        for (List<String> choice : List.of(fitting, List.of(kept(number)))) {
            long size = choice.stream().mapToLong(Numbers::size).sum();
            long start = keyed.number("which number", number);
            for (long step = 0; step < Math.min(size, 20_000); step++) {
                String made = at(choice, Math.floorMod(start + step, size));
                if (used.add(made)) {
                    return made;
                }
            }
        }
        return at(List.of("#".repeat(number.replace("?", "").length())), keyed.number("any number", number));
    }

    private List<String> shapes(String number) {
        for (int length = Math.min(number.length(), 4); length > 0; length--) {
            List<String> found = shapes.getOrDefault(number.substring(0, length), List.of()).stream()
                    .filter(shape -> shape.length() == number.length())
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** The beginning stays, by which a number is one of its country: 555 in North America, where that is nobody's. */
    private static String kept(String number) {
        if (number.matches("1\\d{10}")) {
            return number.substring(0, 4) + "555####";
        }
        String digits = number.replace("?", "");
        int stays = number.startsWith("?") ? 1 : 4;
        return digits.substring(0, stays) + "#".repeat(digits.length() - stays);
    }

    private static long size(String shape) {
        long size = 1;
        for (int i = 0; i < shape.length(); i++) {
            size *= shape.charAt(i) == '#' ? 10 : 1;
        }
        return size;
    }

    private static String at(List<String> choice, long index) {
        long left = index;
        for (String shape : choice) {
            long size = size(shape);
            if (left < size || choice.size() == 1) {
                return filled(shape, left);
            }
            left -= size;
        }
        throw new IllegalStateException("no shape at " + index);
    }

    private static String filled(String shape, long number) {
        StringBuilder filled = new StringBuilder(shape);
        long left = number;
        for (int i = shape.length() - 1; i >= 0; i--) {
            if (shape.charAt(i) == '#') {
                filled.setCharAt(i, (char) ('0' + left % 10));
                left /= 10;
            }
        }
        return filled.toString();
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> read = new HashMap<>();
        try (InputStream in = Numbers.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + FILE);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            text.lines().filter(line -> line.contains(" : ")).forEach(line -> {
                String[] sides = line.split(" : ");
                List<String> shapes = Stream.of(sides[1].split(" ")).toList();
                for (String beginning : sides[0].split(" ")) {
                    read.computeIfAbsent(beginning, any -> new ArrayList<>()).addAll(shapes);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }
}
