package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Crud;
import io.github.kazoomock.server.crossbar.Database;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Operation.Shape;
import io.github.kazoomock.server.crossbar.Row;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Document;
import java.util.Locale;

/** Sounds of an account and of the system: greetings, music on hold, prompts (pbx sheet 9). */
final class Media {
    private static final String NOUN = "media";

    /** The system's media are kept by the master account, beside its own. */
    private static final Noun.Shelf SYSTEM = new Noun.Shelf("system_media", "system_media", NOUN);

    static final Database.Kind DATABASE = new Database.Kind(NOUN, SYSTEM.type());

    private static final Row ROW = Row.of("name", "media_type", "media_source")
            .with("language", media -> Json.of(language(media)))
            .with("is_prompt", media -> Json.of(isPrompt(media)))
            .features()
            .flags();

    private Media() {}

    static Noun noun(SchemaRegistry schemas) {
        MediaFiles files = new MediaFiles(schemas);
        return Crud.of(NOUN, NOUN, schemas)
                .row(ROW)
                .system(SYSTEM)
                .checks(new MediaChecks())
                .destroys(Media::leavesNoTrace)
                .without(Verb.PATCH)
                .instead(
                        "get",
                        (plain, get) -> plain.alsoProvides(MediaFiles.TYPES)
                                .handler((call, transaction) -> files.isWanted(call)
                                        ? files.show(call, transaction)
                                        : get.handle(call, transaction)))
                .instead(
                        "update",
                        (plain, update) -> plain.accepts(MediaFiles.UPLOADED)
                                .handler((call, transaction) -> files.isSent(call)
                                        ? files.change(call, transaction)
                                        : update.handle(call, transaction)))
                .also(of("languages", Verb.GET, "/languages").shape(Shape.LIST).handler(MediaLists::languages))
                .also(of("prompts", Verb.GET, "/prompts").shape(Shape.LIST).handler(MediaLists::prompts))
                .also(of("of_language", Verb.GET, "/languages/{LANGUAGE}")
                        .shape(Shape.LIST)
                        .handler(MediaLists::ofLanguage))
                .also(of("of_prompt", Verb.GET, "/prompts/{PROMPT_ID}")
                        .shape(Shape.LIST)
                        .handler(MediaLists::ofPrompt))
                .also(of("download", Verb.GET, "/{MEDIA_ID}/raw")
                        .shape(Shape.BINARY)
                        .alsoProvides(MediaFiles.TYPES)
                        .handler(files::show))
                .also(of("upload", Verb.POST, "/{MEDIA_ID}/raw")
                        .shape(Shape.DOCUMENT)
                        .accepts(MediaFiles.UPLOADED)
                        .handler(files::change))
                .alias("medias", Decision.SEED_ALIASES_ARE_SERVED, Evidence.seed("js-sdk: media"))
                .evidence(Evidence.sheet("pbx 9"))
                .noun();
    }

    private static Operation.Builder of(String action, Verb verb, String path) {
        return Operation.of(NOUN + "." + action, verb, NOUN + path)
                .alsoWithoutAccount()
                .evidence(Evidence.sheet("pbx 9"));
    }

    /** The language as lists have it: in lower case, empty when there is none. */
    static String language(Document media) {
        return media.open().textOr("language", "").toLowerCase(Locale.ROOT);
    }

    /** Which prompt it says; empty for anything else. */
    static String prompt(Document media) {
        return media.open().textOr("prompt_id", "");
    }

    private static boolean isPrompt(Document media) {
        return !prompt(media).isEmpty();
    }

    private static boolean leavesNoTrace(Call call, Document media) {
        return isPrompt(media) || call.data().isTrue("hard_delete");
    }
}
