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

/** Every exchange of the seed document about accounts, each in the world of its samples as it was made. */
@Timeout(30)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsSeedTest {
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
        return SeedExchange.in("accounts");
    }

    @Test
    void noExchangeOfTheSeedDocumentIsLeftOut() {
        assertThat(exchanges()).hasSize(16);
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void aReplyIsAsTheSampleShows(SeedExchange exchange) {
        server.check(exchange);
    }
}
