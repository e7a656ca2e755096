package io.github.kazoomock.server.world;

import io.github.kazoomock.json.JsonObject;

/** Why something changes, for those who keep books about it; told on demand. */
public interface Cause {
    /** Nobody asked: the mock itself did it. */
    Cause ITSELF = () -> JsonObject.EMPTY;

    /** Who asked for it, and by what request. */
    JsonObject told();
}
