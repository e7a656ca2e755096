package io.github.kazoomock.server.crossbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UploadTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void aDataUriTellsTheTypeOfTheFile() {
        Upload upload = upload("application/x-base64", null, "data:audio/mp3;base64,aGVs\nbG8=");
        assertThat(upload.contentType()).isEqualTo("audio/mp3");
        assertThat(upload.content()).asString().isEqualTo("hello");
    }

    @Test
    void plainBase64IsSomeFile() {
        Upload upload = upload("application/base64", null, "aGVsbG8=");
        assertThat(upload.contentType()).isEqualTo("application/octet-stream");
        assertThat(upload.content()).asString().isEqualTo("hello");
    }

    @Test
    void whatIsNoBase64IsRefused() {
        assertThatThrownBy(() -> upload("application/base64", null, "data:audio/mp3;base64,@@@"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().data())
                                .hasToString(
                                        "{\"file\":{\"encoding\":{\"message\":\"failed to decode base64 data\"}}}"));
    }

    @Test
    void aFileIsCalledAsAskedElseAsSentElseByTheTime() {
        Upload sent = upload("audio/mpeg", "song.mp3", "x");
        assertThat(sent.name(true, "asked.mp3", NOW)).isEqualTo("asked.mp3");
        assertThat(sent.name(true, null, NOW)).isEqualTo("song.mp3");
        assertThat(upload("audio/mpeg", null, "x").name(true, null, NOW)).isEqualTo("uploaded_file_63934542245.mp3");
        assertThat(sent.name(false, null, NOW)).isEqualTo("uploaded_file_63934542245");
    }

    private static Upload upload(String type, @Nullable String name, String content) {
        return Upload.of(
                new FilePart(Map.of("content-type", List.of(type)), name, content.getBytes(StandardCharsets.UTF_8)));
    }
}
