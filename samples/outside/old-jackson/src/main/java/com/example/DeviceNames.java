package com.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a list of devices with the Jackson that this project has. */
public final class DeviceNames {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private DeviceNames() {}

    public static List<String> of(String reply) throws IOException {
        List<String> names = new ArrayList<>();
        for (JsonNode device : MAPPER.readTree(reply).get("data")) {
            names.add(device.get("name").asText());
        }
        return names;
    }
}
