package io.github.kazoomock.server.nouns;

import io.github.kazoomock.server.TestClient.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Sound files for tests, and how clients send them. */
final class Sounds {
    private static final AudioFormat FORMAT = new AudioFormat(8_000, 16, 1, true, false);
    private static final String LINE = "\r\n";

    private Sounds() {}

    /** A real WAV file with every kind of byte in it. */
    static byte[] wav(long seed) {
        byte[] pcm = new byte[4_000];
        new Random(seed).nextBytes(pcm);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            AudioSystem.write(
                    new AudioInputStream(new ByteArrayInputStream(pcm), FORMAT, pcm.length / 2),
                    AudioFileFormat.Type.WAVE,
                    file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** How many seconds a WAV file plays; fails for anything else. */
    static double seconds(byte[] wav) {
        try (AudioInputStream sound = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
            return sound.getFrameLength() / (double) sound.getFormat().getFrameRate();
        } catch (IOException | UnsupportedAudioFileException e) {
            throw new IllegalStateException(e);
        }
    }

    static String dataUri(String type, byte[] content) {
        return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(content);
    }

    /** One file as the body. */
    static Response send(Office office, String path, String type, byte[] content) {
        return office.client().with("Content-Type", type).upload("POST", office.at(path), content);
    }

    /** Several parts, made by {@link #part}. */
    static Response sendParts(Office office, String path, byte[]... parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            body.writeBytes(("--frontier" + LINE).getBytes(StandardCharsets.US_ASCII));
            body.writeBytes(part);
            body.writeBytes(LINE.getBytes(StandardCharsets.US_ASCII));
        }
        body.writeBytes(("--frontier--" + LINE).getBytes(StandardCharsets.US_ASCII));
        return send(office, path, "multipart/form-data; boundary=frontier", body.toByteArray());
    }

    /** A part with these header lines. */
    static byte[] part(String headers, byte[] content) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.writeBytes((headers + LINE + LINE).getBytes(StandardCharsets.ISO_8859_1));
        part.writeBytes(content);
        return part.toByteArray();
    }
}
