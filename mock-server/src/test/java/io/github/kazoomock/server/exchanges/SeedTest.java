package io.github.kazoomock.server.exchanges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every exchange of the seed documents, each in the world of its samples as it was made. Summaries of services come out
 * of requests that are sent at the times which the samples tell.
 */
@Timeout(30)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeedTest {
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
        return Stream.of("accounts", "configs", "services-v5", "services-v4").flatMap(SeedExchange::in);
    }

    /** Of the newer document about services there is one more: the path that only a heading has. */
    @ParameterizedTest
    @CsvSource({"accounts,16", "configs,5", "services-v5,23", "services-v4,22"})
    void noExchangeOfASeedDocumentIsLeftOut(String document, int exchanges) {
        assertThat(SeedExchange.in(document)).hasSize(exchanges);
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void aReplyIsAsTheSampleShows(SeedExchange exchange) {
        server.check(exchange);
    }
}
