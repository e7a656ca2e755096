package io.github.kazoomock.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.crossbar.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every operation can be asked well and badly, without a line for most of them. */
@Timeout(120)
class InteractionsTest {
    private final Exporter exporter = KazooServer.builder().fixture("demo").exporter();

    @Test
    void everyOperationSucceedsOnce() {
        List<String> problems = new ArrayList<>();
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (Operation operation : exporter.table().operations()) {
            try {
                List<Interaction> all = exporter.interactions(List.of(operation));
                assertThat(all.get(0).response().isSuccess()).isTrue();
                all.forEach(each -> statuses.merge(each.response().status(), 1, Integer::sum));
            } catch (RuntimeException e) {
                problems.add(operation.id() + ": " + e.getMessage());
            }
        }
        System.out.println(statuses);
        assertThat(problems).isEmpty();
    }
}
