package io.github.kazoomock.server.auth;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Gregorian;
import io.github.kazoomock.server.world.Transaction;
import io.github.kazoomock.server.world.World;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A lost password's reset, known by the id that KAZOO would mail (auth sheet 6).
 *
 * <p>Kept as a system document, where whoever runs the mock can find the id: no mail is ever sent.
 *
 * @param created Gregorian seconds
 */
public record PasswordReset(String id, String accountId, String userId, long created) {
    /** The type of those system documents. */
    public static final String TYPE = "password_reset";

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("yyyyMM").withZone(ZoneOffset.UTC);

    /**
     * Begins a reset.
     *
     * @param size KAZOO's setting {@code reset_id_size}; the id is five characters shorter
     */
    public static PasswordReset begin(Transaction transaction, String accountId, String userId, int size) {
        String id = newId(transaction, accountId, size - 5);
        JsonObject hidden = JsonObject.of("pvt_account_id", Json.of(accountId), "pvt_user_id", Json.of(userId));
        Document document = Document.create(id, TYPE, JsonObject.EMPTY, hidden, transaction.now());
        transaction.putSystem(document);
        return new PasswordReset(id, accountId, userId, document.created());
    }

    public static Optional<PasswordReset> find(World world, String id) {
        return Optional.ofNullable(world.system(TYPE, id))
                .map(document -> new PasswordReset(
                        id,
                        document.hidden().textOr("pvt_account_id", ""),
                        document.hidden().textOr("pvt_user_id", ""),
                        document.created()));
    }

    /** True when it is older than so many seconds. */
    public boolean isOver(Instant now, long seconds) {
        return Gregorian.seconds(now) > created + seconds;
    }

    /** The account, the month in KAZOO's shuffled order between random digits, random digits. */
    private static String newId(Transaction transaction, String accountId, int length) {
        String random = transaction.newSecret(length);
        String month = MONTH.format(transaction.now());
        StringBuilder id = new StringBuilder(accountId);
        String places = "n03n51n24"; // of YYYYMM; n is random
        for (int i = 0; i < places.length(); i++) {
            char place = places.charAt(i);
            id.append(place == 'n' ? random.charAt(i) : month.charAt(place - '0'));
        }
        return id.append(random, places.length(), length).substring(0, length);
    }
}
