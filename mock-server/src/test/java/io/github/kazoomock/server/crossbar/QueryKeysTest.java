package io.github.kazoomock.server.crossbar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.auth.Tokens;
import io.github.kazoomock.server.nouns.Nouns;
import io.github.kazoomock.server.sandbox.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What operations declare of query strings is what the code reads: in every test an undeclared key is an error. */
class QueryKeysTest {
    private static final Path SOURCES = Path.of(System.getProperty("kazoo.mock.basedir", "."))
            .resolve("mock-server/src/main/java/io/github/kazoomock/server");
    private static final Pattern READ =
            Pattern.compile("(?:options\\(\\)|options|query\\(\\)|query)\\s*\\.(?:text|value|isTrue|isFalse|first|has)"
                    + "\\(\\s*\"([^\"]+)\"");
    private final OperationTable table = new OperationTable(Nouns.all(SchemaRegistry.bundled(), new Tokens()));

    @Test
    void aKeyThatIsReadHasToBeDeclared() {
        Query query = Query.parse("page_size=5").declaring(QueryKeys.GENERAL);
        assertThatThrownBy(() -> query.first("page_size"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("the query key page_size is read and not declared; add .query(\"page_size\") to the"
                        + " operation, or to QueryKeys what all read");
        assertThatThrownBy(() -> new Options(Envelope.EMPTY, query).isTrue("page_size"))
                .isInstanceOf(AssertionError.class);
        assertThat(query.declaring(QueryKeys.LISTS).first("page_size")).isEqualTo("5");
    }

    @Test
    void everyKeyThatANounReadsIsDeclaredByAnOperation() throws IOException {
        Set<String> declared = new TreeSet<>();
        table.operations().forEach(operation -> operation.queryKeys().forEach(key -> declared.add(key.name())));
        Matcher read = READ.matcher(sources("nouns"));
        Set<String> literals = new TreeSet<>();
        while (read.find()) {
            literals.add(read.group(1));
        }
        assertThat(literals).contains("with_defaults", "include_api_key", "utc_offset");
        assertThat(declared).containsAll(literals);
    }

    @Test
    void everyDeclaredKeyIsNamedWhereItIsRead() throws IOException {
        String sources = sources("nouns");
        for (Operation operation : table.operations()) {
            for (QueryKey key : operation.queries()) {
                boolean isShared = QueryKeys.LISTS.stream()
                                .anyMatch(shared -> shared.name().equals(key.name()))
                        || key.name().equals("should_soft_delete");
                String word = "\"" + key.name() + "\"";
                String beginning = "\"" + key.name().replace("*", "") + "\"";
                assertThat(isShared || sources.contains(word) || sources.contains(beginning))
                        .as("%s declares %s", operation.id(), key.name())
                        .isTrue();
            }
        }
    }

    @Test
    void listsReadPagesAndFilters() {
        Operation list = table.operation("menus.list").orElseThrow();
        assertThat(reads(list, "page_size", "filter_name", "created_from", "pretty_print", "bookmark"))
                .containsOnly(true);
        assertThat(reads(list, "pagesize", "missing_value", "with_status")).containsOnly(false);
        assertThat(reads(table.operation("devices.list").orElseThrow(), "with_status"))
                .containsOnly(true);
        assertThat(reads(table.operation("menus.get").orElseThrow(), "page_size", "filter_name"))
                .containsOnly(false);
        assertThat(list.queryKeys().stream()
                        .filter(key -> !key.isRead(Profile.KAZOO_5_0))
                        .map(QueryKey::name))
                .containsExactly("batch_size", "bookmark", "fields", "full_docs");
    }

    private static List<Boolean> reads(Operation operation, String... keys) {
        return Stream.of(keys)
                .map(asked -> operation.queryKeys().stream().anyMatch(key -> key.covers(asked)))
                .toList();
    }

    private static String sources(String folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(SOURCES.resolve(folder))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }
}
