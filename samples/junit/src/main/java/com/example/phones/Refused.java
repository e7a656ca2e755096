package com.example.phones;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** KAZOO said no. */
public final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient JsonNode data;

    Refused(int status, String message, JsonNode data) {
        super(message);
        this.status = status;
        this.data = data;
    }

    public int status() {
        return status;
    }

    /** What KAZOO says of each field. */
    public JsonNode data() {
        return data;
    }
}
