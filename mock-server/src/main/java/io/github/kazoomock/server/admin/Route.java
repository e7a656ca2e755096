package io.github.kazoomock.server.admin;

import io.github.kazoomock.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the mock's own API can be asked.
 *
 * @param path below {@code /__admin/}, variable parts in braces at the beginning of a step: {@code schemas/{id}.json}
 * @param ofSandbox whether it is about one sandbox: then it also stands below {@code sandboxes/{name}/}
 */
record Route(String method, String path, boolean ofSandbox, Handler handler) {

    /** What is done, on a request that was checked for its path alone. */
    interface Handler {
        /**
         * Does it.
         *
         * @throws BadRequest when the request makes no sense; nothing is changed then
         */
        AdminReply handle(AdminCall call);
    }

    /** Something to ask the server. */
    static Route server(String method, String path, Handler handler) {
        return new Route(method, path, false, handler);
    }

    /** Something to ask a sandbox, answered with 200. */
    static Route sandbox(String method, String path, Handler handler) {
        return new Route(method, path, true, handler);
    }

    /** The variable parts of a path that this route is for; null for another path. */
    @Nullable
    Map<String, String> match(List<String> steps) {
        String[] own = path.split("/");
        if (own.length != steps.size()) {
            return null;
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < own.length; i++) {
            int end = own[i].indexOf('}');
            if (end > 0) {
                String suffix = own[i].substring(end + 1);
                String step = steps.get(i);
                if (!step.endsWith(suffix)) {
                    return null;
                }
                values.put(own[i].substring(1, end), step.substring(0, step.length() - suffix.length()));
            } else if (!own[i].equals(steps.get(i))) {
                return null;
            }
        }
        return values;
    }

    /** How it is asked: {@code GET clock}. */
    String words() {
        return method + " " + path;
    }

    /** A reply of JSON. */
    static AdminReply json(JsonObject body) {
        return AdminReply.json(200, body);
    }
}
