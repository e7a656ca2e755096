package io.github.kazoomock.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.server.crossbar.FilePart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MultipartTest {
    private static final String BODY = String.join(
            "\r\n",
            "--frontier",
            "Content-Type: application/json",
            "",
            "{\"data\":{}}",
            "--frontier",
            "Content-Disposition: form-data; name=\"file\"; filename=\"greeting.wav\"",
            "Content-Type: audio/x-wav",
            "",
            "RIFF\r\n--front",
            "--frontier--",
            "");

    @Test
    void partsHaveHeadersNamesAndContent() {
        List<FilePart> parts = parts("multipart/form-data; boundary=frontier", BODY);
        assertThat(parts).extracting(FilePart::fileName).containsExactly(null, "greeting.wav");
        assertThat(parts)
                .extracting(part -> part.headers().get("content-type"))
                .containsExactly(List.of("application/json"), List.of("audio/x-wav"));
        assertThat(parts.get(1).content()).asString().isEqualTo("RIFF\r\n--front");
    }

    @Test
    void aCutOffBodyHasNone() {
        assertThat(parts("multipart/mixed; boundary=frontier", BODY.substring(0, BODY.length() - 20)))
                .isEmpty();
    }

    @Test
    void whatIsNotMultipartHasNone() {
        assertThat(parts("application/json", BODY)).isEmpty();
        assertThat(parts("multipart/mixed", BODY)).isEmpty();
    }

    private static List<FilePart> parts(String type, String body) {
        return Multipart.parts(type, body.getBytes(StandardCharsets.UTF_8));
    }
}
