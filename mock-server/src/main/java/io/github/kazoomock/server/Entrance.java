package io.github.kazoomock.server;

import io.github.kazoomock.server.admin.Admin;
import io.github.kazoomock.server.crossbar.Answer;
import io.github.kazoomock.server.crossbar.Crossbar;
import io.github.kazoomock.server.crossbar.Incoming;
import io.github.kazoomock.server.sandbox.Sandbox;
import io.github.kazoomock.server.sandbox.Sandboxes;

/** Sends each request to where it belongs: the mock's own API, a sandbox of its own, or the default one. */
record Entrance(Admin admin, Crossbar crossbar, Sandboxes sandboxes) {
    private static final String SANDBOXES = "/sandboxes/";

    Answer answer(Incoming in) {
        if (admin.handles(in)) {
            return admin.answer(in);
        }
        if (!in.path().startsWith(SANDBOXES)) {
            return crossbar.answer(in, sandboxes.main());
        }
        int end = in.path().indexOf('/', SANDBOXES.length());
        String start = end < 0 ? in.path() : in.path().substring(0, end);
        String name = start.substring(SANDBOXES.length());
        Sandbox sandbox = sandboxes.get(name);
        return sandbox == null ? admin.noSandbox(name) : crossbar.answer(in.below(start), sandbox);
    }
}
