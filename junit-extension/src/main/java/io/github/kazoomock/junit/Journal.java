package io.github.kazoomock.junit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What came to a sandbox. */
record Journal(Admin admin) {

    List<KazooRequest> requests(Requests wanted) {
        String query = wanted.query();
        return read(admin.get(query.isEmpty() ? "requests" : "requests?" + query));
    }

    List<KazooRequest> await(int count, Requests wanted, Duration atMost) {
        String query = "count=" + count + "&timeout=" + atMost.toMillis()
                + (wanted.query().isEmpty() ? "" : "&" + wanted.query());
        List<KazooRequest> came = read(admin.await("requests/wait?" + query, atMost));
        if (came.size() < count) {
            String all = requests(Requests.any()).stream()
                    .map(request -> "\n  " + request)
                    .collect(Collectors.joining());
            throw new AssertionError("waited " + atMost.toMillis() + " ms for " + count + " of " + wanted.words()
                    + ", but there were " + came.size() + "; these came:" + (all.isEmpty() ? " none" : all));
        }
        return came;
    }

    private static List<KazooRequest> read(Map<String, ?> reply) {
        return Json.list(reply.get("requests")).stream()
                .map(entry -> KazooRequest.of(Json.map(entry)))
                .toList();
    }
}
