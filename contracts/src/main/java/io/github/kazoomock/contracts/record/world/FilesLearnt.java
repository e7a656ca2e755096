package io.github.kazoomock.contracts.record.world;

import io.github.kazoomock.contracts.record.Body;
import io.github.kazoomock.fixtures.FixtureAttachment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Files that documents carry: as they were fetched, or, where a recording left them out, something to hear or to read. */
final class FilesLearnt implements Learning.Special {
    private static final Pattern NAME = Pattern.compile("filename=\"?([^\";]+)\"?");
    private static final int RATE = 8_000;

    @Override
    public boolean learn(KnownWorld world, Asked asked) {
        String id = asked.operation().id();
        if (id.equals("media.download") || id.equals("medias.download")) {
            boolean isSystem = asked.account().isEmpty();
            keep(world.account(asked.account()), isSystem ? "system_media" : "media", asked.argument(0), asked);
        } else if (id.equals("vmboxes.messages.raw")) {
            keep(world.account(asked.account()), "messages", asked.argument(2), asked);
        } else if (id.equals("users.photo")) {
            keep(world.account(asked.account()), "users", asked.argument(0), asked);
        } else {
            return false;
        }
        return true;
    }

    private static void keep(KnownAccount account, String collection, String id, Asked asked) {
        FixtureAttachment file = file(asked);
        if (file != null && asked.exchange().status() == 200) {
            String name = collection.equals("users") ? "photo" : name(asked);
            account.learn(collection, id, known -> known.with(name, file));
        }
    }

    private static @Nullable FixtureAttachment file(Asked asked) {
        Body body = asked.exchange().responseBody();
        String type = asked.exchange()
                .responseHeaders()
                .getOrDefault("content-type", "application/octet-stream")
                .replaceFirst(";.*", "");
        if (body instanceof Body.OfBytes bytes) {
            return FixtureAttachment.of(type, bytes.content());
        }
        return body instanceof Body.LeftOut ? FixtureAttachment.of(type, instead(type)) : null;
    }

    private static byte[] instead(String type) {
        return type.contains("wav") ? silence() : "left out of the recording\n".getBytes(StandardCharsets.UTF_8);
    }

    /** A second of it, as a WAV file of 8 kHz and 8 bits. */
    private static byte[] silence() {
        ByteBuffer wave = ByteBuffer.allocate(44 + RATE).order(ByteOrder.LITTLE_ENDIAN);
        wave.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + RATE);
        wave.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wave.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE);
        wave.putShort((short) 1).putShort((short) 8);
        wave.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(RATE);
        while (wave.hasRemaining()) {
            wave.put((byte) 0x80);
        }
        return wave.array();
    }

    private static String name(Asked asked) {
        Matcher name = NAME.matcher(asked.exchange().responseHeaders().getOrDefault("content-disposition", ""));
        return name.find() ? name.group(1) : "file";
    }
}
