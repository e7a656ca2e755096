package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Settings;
import io.github.kazoomock.server.world.Account;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Hash;
import io.github.kazoomock.server.world.Resellers;
import io.github.kazoomock.server.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a login tells about account and user (auth sheet 5, decision A2). */
final class LoginData {
    private static final String ENGLISH = "en-US";
    private static final JsonObject CAPABILITIES = JsonObject.EMPTY
            .with(Json.of(false), "voicemail", "transcription", "available")
            .with(Json.of(false), "voicemail", "transcription", "default");

    private final World world;
    private final Settings settings;
    private final Account account;
    private final @Nullable Document user;

    LoginData(World world, Account account, @Nullable Document user) {
        this.world = world;
        this.settings = new Settings(world);
        this.account = account;
        this.user = user;
    }

    /** {@code data} of every login. */
    JsonObject data() {
        boolean isMaster = account.id().equals(world.master());
        JsonObject open = account.document().open();
        Resellers resellers = new Resellers(world);
        return JsonObject.builder()
                .put("account_id", account.id())
                .put("owner_id", user == null ? null : user.id())
                .put("account_name", open.text("name"))
                .put("reseller_id", resellers.of(account))
                .put("is_reseller", resellers.isReseller(account))
                .put("is_master_account", isMaster)
                .put("cluster_id", settings.text(Hash.md5("kazoo-mock cluster"), "cluster", "cluster_id"))
                .put("language", language())
                .put("apps", apps())
                .put("capabilities", CAPABILITIES)
                .put(
                        "ui_config",
                        settings.get("crossbar", "ui_config") instanceof JsonObject set ? set : JsonObject.EMPTY)
                .build();
    }

    /** The same with what newest KAZOO tells about the user. */
    JsonObject dataWithUser() {
        return user == null ? data() : data().with(userInfo(user), "user_info");
    }

    private static JsonObject userInfo(Document document) {
        JsonObject user = document.open();
        String fullName = Stream.of(user.textOr("first_name", ""), user.textOr("last_name", ""))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(" "));
        return JsonObject.builder()
                .put("first_name", user.text("first_name"))
                .put("last_name", user.text("last_name"))
                .put("email", user.text("email"))
                .put("full_name", fullName)
                .put("username", user.text("username"))
                .put("priv_level", user.textOr("priv_level", "user"))
                .put("has_avatar", UserPhoto.isOf(document))
                .build();
    }

    private String language() {
        String own = user == null ? null : user.open().text("language");
        return own != null ? own : account.document().open().textOr("language", defaultLanguage());
    }

    private String defaultLanguage() {
        return settings.text(ENGLISH, "crossbar", "default_language");
    }

    private JsonArray apps() {
        String id = world.master();
        Account master = id == null ? null : world.account(id);
        List<Json> apps = new ArrayList<>();
        if (master != null) {
            master.shelf("app").values().forEach(app -> apps.add(app(app)));
        }
        return new JsonArray(apps);
    }

    private JsonObject app(Document app) {
        JsonObject open = app.open();
        return JsonObject.builder()
                .put("id", app.id())
                .put("name", open.text("name"))
                .put("api_url", open.text("api_url"))
                .put("source_url", open.text("source_url"))
                .put("label", label(open.object("i18n")))
                .build();
    }

    private @Nullable String label(JsonObject translations) {
        return Stream.of(language(), defaultLanguage(), ENGLISH)
                .flatMap(wanted -> translations.keys().stream().filter(wanted::equalsIgnoreCase))
                .map(key -> translations.text(key, "label"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
