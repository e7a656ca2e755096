package io.github.kazoomock.server.exchanges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every exchange of the two seed documents about services. Summaries come out of requests that are sent at the times
 * which the samples tell.
 */
@Timeout(30)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServicesSeedTest {
    private final SeedServer server = new SeedServer();

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void everyExchangeHasTheWorldToItself() {
        server.reset();
    }

    static Stream<SeedExchange> exchanges() {
        return Stream.concat(SeedExchange.in("services-v5"), SeedExchange.in("services-v4"));
    }

    /** Twenty-two of each document, and the path that only a heading of one has. */
    @Test
    void noExchangeOfTheSeedDocumentsIsLeftOut() {
        assertThat(exchanges()).hasSize(45);
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void aReplyIsAsTheSampleShows(SeedExchange exchange) {
        server.check(exchange);
    }
}
