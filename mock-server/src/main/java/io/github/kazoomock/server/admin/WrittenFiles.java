package io.github.kazoomock.server.admin;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** The files of a fixture inside a JSON object, by path: {@code *.json} as what is in it, any other as base64. */
final class WrittenFiles {
    private static final String JSON = ".json";

    private WrittenFiles() {}

    /** Content by path. */
    static Map<String, byte[]> read(Json files) {
        if (!(files instanceof JsonObject byPath)) {
            throw new BadRequest("files: use an object of files by path: {\"acme/account.json\": {\"name\": ...}}");
        }
        Map<String, byte[]> contents = new TreeMap<>();
        byPath.forEach((path, content) -> contents.put(path, content(path, content)));
        return contents;
    }

    private static byte[] content(String path, Json content) {
        if (path.endsWith(JSON)) {
            return content.toString().getBytes(StandardCharsets.UTF_8);
        }
        if (content instanceof JsonText text) {
            try {
                return Base64.getDecoder().decode(text.value());
            } catch (IllegalArgumentException e) {
                // the same complaint
            }
        }
        throw new BadRequest("files: " + path + " is no JSON file, so its content must be base64");
    }

    /** The reverse of {@link #read}. */
    static JsonObject of(Map<String, byte[]> contents) {
        JsonObject.Builder files = JsonObject.builder();
        contents.forEach((path, content) -> files.put(
                path,
                path.endsWith(JSON)
                        ? Json.parse(content)
                        : Json.of(Base64.getEncoder().encodeToString(content))));
        return files.build();
    }
}
