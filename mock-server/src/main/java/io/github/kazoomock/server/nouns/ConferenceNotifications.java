package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Data;
import io.github.kazoomock.server.crossbar.Faults;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Operation.Shape;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.Upload;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.sandbox.Decision;
import io.github.kazoomock.server.world.Attachment;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Hash;
import io.github.kazoomock.server.world.Transaction;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** HTML templates of e-mails about conferences, one for each type: {@code notify/conference_TYPE} (decision R7). */
final class ConferenceNotifications {
    private static final String NOUN = "notify";
    private static final String ONE = NOUN + "/{NOTIFICATION}";
    private static final String TYPE = "conference_notification";
    private static final String PREFIX = "conference_";
    private static final String HTML = "text/html";
    private static final String FILE = "html";

    /** How a path may name the content type. */
    private static final Set<String> HTML_NAMES = Set.of("html", HTML);

    private ConferenceNotifications() {}

    static Noun noun() {
        Operation get = of("get", Verb.GET, ONE + "/{CONTENT_TYPE}", "getNotification")
                .shape(Shape.BINARY)
                .provides(List.of(HTML))
                .handler((call, transaction) -> read(call, call.argument(1), transaction));
        Operation getSpelt = of("get_spelt", Verb.GET, ONE + "/text/{SUBTYPE}", "getNotification")
                .shape(Shape.BINARY)
                .provides(List.of(HTML))
                .handler((call, transaction) -> read(call, call.argument(2), transaction));
        Operation create = writing("create", Verb.PUT, "createNotification").handler(ConferenceNotifications::create);
        Operation update = writing("update", Verb.POST, "updateNotification").handler(ConferenceNotifications::update);
        return new Noun(
                NOUN, "conference_notifications", TYPE, null, List.of(), List.of(get, getSpelt, create, update));
    }

    private static Operation.Builder writing(String action, Verb verb, String method) {
        return of(action, verb, ONE, method)
                .shape(Shape.DOCUMENT)
                .accepts(List.of(HTML))
                .alsoProvides(List.of(HTML));
    }

    private static Operation.Builder of(String action, Verb verb, String path, String method) {
        return Operation.of(NOUN + "." + action, verb, path)
                .legacy()
                .when(Decision.CONFERENCE_SERVERS_ARE_SERVED)
                .evidence(Evidence.seed("js-sdk: conference." + method), Evidence.unverified("request and reply"));
    }

    private static Outcome read(Call call, String contentType, Transaction transaction) {
        Document known = known(call, transaction);
        Attachment file = known == null || !HTML_NAMES.contains(contentType)
                ? null
                : known.attachments().get(FILE);
        return file == null
                ? Problems.badIdentifier(call.argument(0))
                : Reply.file(file, "inline", call.argument(0) + ".html");
    }

    private static Outcome create(Call call, Transaction transaction) {
        if (!call.argument(0).startsWith(PREFIX)) {
            return Problems.notFound();
        }
        return stored(call, known(call, transaction), transaction);
    }

    private static Outcome update(Call call, Transaction transaction) {
        Document known = known(call, transaction);
        return known == null ? Problems.badIdentifier(call.argument(0)) : stored(call, known, transaction);
    }

    private static Reply stored(Call call, @Nullable Document known, Transaction transaction) {
        Attachment file = template(call);
        JsonObject open = JsonObject.builder()
                .put("name", call.argument(0))
                .put("content_type", file.contentType())
                .put("content_length", file.bytes().length)
                .build();
        Document described = known == null
                ? Document.create(id(call), TYPE, open, call.signed(JsonObject.EMPTY), transaction.now())
                : known.next(open, transaction.now());
        Document next = described.withAttachments(Map.of(FILE, file), transaction.now());
        transaction.put(call.account(), next);
        JsonObject name = JsonObject.of("id", Json.of(call.argument(0)));
        return Reply.document(next)
                .withData(new Data.Value(open.plus(name)))
                .withMetadata(name)
                .against(known);
    }

    /** The HTML of the body. */
    private static Attachment template(Call call) {
        List<Upload> uploads = call.uploads();
        Faults faults = Faults.none(false, false);
        if (uploads.isEmpty()) {
            faults.add("file", "required", "Please provide an html file");
        } else if (uploads.size() > 1) {
            faults.add("file", "maxItems", "Please provide a single html file");
        }
        faults.refuse();
        return Attachment.of(HTML, uploads.get(0).content());
    }

    private static @Nullable Document known(Call call, Transaction transaction) {
        return transaction.get(call.account(), TYPE, id(call));
    }

    /** Ids of documents are digests; templates are found by their names. */
    private static String id(Call call) {
        return Hash.md5(call.account() + "/" + TYPE + "/" + call.argument(0));
    }
}
