package io.github.kazoomock.server.nouns;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/**
 * Stands in for a text-to-speech engine: hums a text, a tone for each letter, as a WAV file of 8 kHz, 16 bits, mono.
 *
 * <p>A class of its own, so that {@code java.desktop} is loaded when the first text is heard and not at the start.
 */
final class Speech {
    private static final int RATE = 8_000;
    private static final AudioFormat FORMAT = new AudioFormat(RATE, 16, 1, true, false);

    /** How long a letter takes, in samples: 80 milliseconds. */
    private static final int LETTER = RATE * 80 / 1_000;

    /** How many characters are heard: two minutes. */
    private static final int LONGEST = 1_500;

    private static final double VOLUME = 0.3 * Short.MAX_VALUE;

    private Speech() {}

    /** The same bytes for the same text and voice, on every machine. */
    static byte[] of(String text, String voice) {
        int[] characters =
                text.toLowerCase(Locale.ROOT).codePoints().limit(LONGEST).toArray();
        ByteBuffer pcm = ByteBuffer.allocate(characters.length * LETTER * 2).order(ByteOrder.LITTLE_ENDIAN);
        double pitch = voice.startsWith("male") ? 120 : 210;
        for (int character : characters) {
            hum(Character.isLetterOrDigit(character) ? pitch * (1 + character % 26 / 40.0) : 0, pcm);
        }
        return file(pcm.array());
    }

    /** One letter, which swells and fades so that it does not click; silence for no frequency. */
    private static void hum(double frequency, ByteBuffer into) {
        for (int i = 0; i < LETTER; i++) {
            double angle = 2 * StrictMath.PI * frequency * i / RATE;
            double shape = StrictMath.sin(StrictMath.PI * i / LETTER);
            double sound = StrictMath.sin(angle) + 0.4 * StrictMath.sin(3 * angle);
            into.putShort((short) StrictMath.rint(VOLUME * shape * sound));
        }
    }

    private static byte[] file(byte[] pcm) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (AudioInputStream stream = new AudioInputStream(new ByteArrayInputStream(pcm), FORMAT, pcm.length / 2)) {
            AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes every byte", e);
        }
        return file.toByteArray();
    }
}
