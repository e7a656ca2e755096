package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Checks;
import io.github.kazoomock.server.crossbar.Database;
import io.github.kazoomock.server.crossbar.Draft;
import io.github.kazoomock.server.crossbar.Problem;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.world.Attachment;
import io.github.kazoomock.server.world.Gregorian;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** What saving media does besides the schema: prompts get their ids, texts are spoken (pbx sheet 9). */
final class MediaChecks implements Checks {
    private static final String SPOKEN_TEXT = "pvt_previous_tts";
    private static final String SPOKEN_VOICE = "pvt_previous_voice";
    private static final String VOICE = "female/en-US";

    @Override
    public Draft prepare(Draft draft) {
        return draft;
    }

    @Override
    public Draft complete(Draft draft) {
        draft.faults().refuse(); // the rest is looked at only when the schema holds (pbx sheet 0.3)
        if (draft.call().verb() == Verb.PUT) {
            return spoken(asPrompt(draft));
        }
        if (draft.before() == null) {
            return draft;
        }
        String prompt = draft.open().textOr("prompt_id", "");
        if (!prompt.isEmpty() && !id(prompt, language(draft)).equals(draft.id())) {
            String message = "Changing the prompt_id on an existing prompt is not allowed";
            draft.faults().add("prompt_id", "invalid", message, Json.of(prompt));
        }
        return spoken(draft);
    }

    /** A new prompt is found by its language and name. */
    private static Draft asPrompt(Draft draft) {
        String prompt = draft.open().textOr("prompt_id", "");
        if (prompt.isEmpty()) {
            return draft;
        }
        String id = id(prompt, language(draft));
        Database database = Media.DATABASE.of(draft.call(), draft.transaction());
        boolean deleted = draft.transaction().existing(database.account()).hasDeleted(id);
        if (deleted || database.get(draft.transaction(), id) != null) {
            throw Problems.conflict().refusal();
        }
        return draft.withId(id).withOpen(draft.open().with(Json.of(language(draft)), "language"));
    }

    private static String language(Draft draft) {
        return draft.open().textOr("language", "").toLowerCase(Locale.ROOT);
    }

    private static String id(String prompt, String language) {
        return language.isEmpty() ? prompt : language + "/" + prompt;
    }

    /** Gives a text its sound, when text or voice are other than before. */
    private static Draft spoken(Draft draft) {
        JsonObject media = draft.open();
        if (!"tts".equals(media.text("media_source"))) {
            return draft.withHidden(withoutSpeech(draft.hidden()));
        }
        String text = media.object("tts").textOr("text", "");
        String voice = media.object("tts").textOr("voice", VOICE);
        if (text.isEmpty()) {
            throw new Problem(500, "creating TTS failed unexpectedly", JsonObject.EMPTY).refusal();
        }
        JsonObject hidden = draft.hidden();
        if (text.equals(hidden.text(SPOKEN_TEXT)) && voice.equals(hidden.text(SPOKEN_VOICE))) {
            return draft;
        }
        String name = "text_to_speech_" + Gregorian.seconds(draft.transaction().now()) + ".wav";
        Supplier<byte[]> sound = () -> Speech.of(text, voice);
        return draft.withHidden(hidden.with(Json.of(text), SPOKEN_TEXT).with(Json.of(voice), SPOKEN_VOICE))
                .withAttachments(Map.of(name, Attachment.made("audio/wav", sound)));
    }

    /** Private keys of media that do not come from a text any more. */
    static JsonObject withoutSpeech(JsonObject hidden) {
        return hidden.without(SPOKEN_TEXT).without(SPOKEN_VOICE);
    }
}
