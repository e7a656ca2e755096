package io.github.kazoomock.server.nouns;

import io.github.kazoomock.server.world.Attachment;
import io.github.kazoomock.server.world.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Recordings of voicemail messages in one file. */
final class BoxArchive {
    static final String TYPE = "application/zip";

    private BoxArchive() {}

    /** A zip file of the recordings, each under the name it has when it is fetched alone. */
    static Attachment of(List<BoxMessage> messages, World world, String account) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Set<String> names = new HashSet<>();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (BoxMessage message : messages) {
                Attachment audio = message.audio();
                if (audio != null) {
                    String name = message.fileName(world, account);
                    ZipEntry entry = new ZipEntry(
                            names.add(name) ? name : message.document().id() + "_" + name);
                    entry.setTime(0); // same messages, same bytes
                    zip.putNextEntry(entry);
                    zip.write(audio.bytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return Attachment.of(TYPE, out.toByteArray());
    }
}
