package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.schemas.SchemaRegistry;
import io.github.kazoomock.server.crossbar.Call;
import io.github.kazoomock.server.crossbar.Listing;
import io.github.kazoomock.server.crossbar.MediaTypes;
import io.github.kazoomock.server.crossbar.Operation;
import io.github.kazoomock.server.crossbar.Operation.Shape;
import io.github.kazoomock.server.crossbar.Outcome;
import io.github.kazoomock.server.crossbar.Problem;
import io.github.kazoomock.server.crossbar.Problems;
import io.github.kazoomock.server.crossbar.Reply;
import io.github.kazoomock.server.crossbar.TimeRange;
import io.github.kazoomock.server.crossbar.Verb;
import io.github.kazoomock.server.crossbar.View;
import io.github.kazoomock.server.evidence.Evidence;
import io.github.kazoomock.server.world.Attachment;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Messages in mailboxes, as they are read (pbx sheet 4.4 to 4.8); {@link VmboxMessageWrites} changes them. */
final class VmboxMessages {
    private static final String ALL = "vmboxes/messages";
    private static final String MANY = "vmboxes/{VM_BOX_ID}/messages";
    private static final String ONE = MANY + "/{VM_MSG_ID}";

    private VmboxMessages() {}

    static List<Operation> operations(SchemaRegistry schemas) {
        VmboxMessageWrites writes = new VmboxMessageWrites(schemas);
        return List.of(
                of("list_all", Verb.GET, ALL).shape(Shape.LIST).handler(VmboxMessages::listAll),
                of("list", Verb.GET, MANY).shape(Shape.LIST).handler(VmboxMessages::list),
                of("create", Verb.PUT, MANY)
                        .schema("vm_message_metadata")
                        .accepts(MediaTypes.SOUND_UPLOADS)
                        .handler(writes::create),
                of("change_many", Verb.POST, MANY).query("folder").handler(writes::changeMany),
                of("delete_many", Verb.DELETE, MANY).query("folder").handler(writes::deleteMany),
                of("zip", Verb.POST, MANY + "/raw")
                        .shape(Shape.BINARY)
                        .provides(List.of(BoxArchive.TYPE))
                        .handler(VmboxMessages::zip),
                of("get", Verb.GET, ONE).handler(VmboxMessages::get),
                of("change", Verb.POST, ONE).query("folder").handler(writes::change),
                of("delete", Verb.DELETE, ONE).handler(writes::delete),
                of("raw", Verb.GET, ONE + "/raw")
                        .shape(Shape.BINARY)
                        .provides(MediaTypes.FILES)
                        .handler(VmboxMessages::raw),
                of("replace_raw", Verb.PUT, ONE + "/raw")
                        .accepts(MediaTypes.SOUND_UPLOADS)
                        .handler(writes::replaceAudio));
    }

    private static Operation.Builder of(String action, Verb verb, String pattern) {
        return Operation.of("vmboxes.messages." + action, verb, pattern)
                .evidence(Evidence.sheet("pbx 4"), Evidence.sheet("delta 5.4"));
    }

    private static Outcome list(Call call, Transaction transaction) {
        Stream<Document> messages = BoxMessage.in(transaction.world(), call.account(), call.argument(0));
        return page(call, transaction, messages, BoxMessage::row);
    }

    /** Of every box, each under the id of its box. */
    private static Outcome listAll(Call call, Transaction transaction) {
        Stream<Document> messages = transaction.existing(call.account()).shelf(BoxMessage.TYPE).values().stream();
        return page(call, transaction, messages, message -> JsonObject.of(message.box(), message.row()));
    }

    /** Filters see the message as it is shown, not as it is stored. */
    private static Reply page(
            Call call, Transaction transaction, Stream<Document> messages, Function<BoxMessage, JsonObject> row) {
        TimeRange range = TimeRange.within(call, BoxMessage.retention(transaction.world()));
        Function<View.Entry, BoxMessage> message = entry -> BoxMessage.of(call, transaction.world(), entry.document());
        List<Document> inTime = messages.filter(document -> range.has(
                        BoxMessage.of(call, transaction.world(), document).timestamp()))
                .toList();
        View view = View.byTime(
                call.account(),
                inTime,
                document -> BoxMessage.of(call, transaction.world(), document).timestamp());
        return Listing.ofRange(call, view)
                .filtering(entry -> message.apply(entry).filtered())
                .rows(entry -> row.apply(message.apply(entry)));
    }

    private static Outcome get(Call call, Transaction transaction) {
        return Reply.value(asked(call, transaction).metadata());
    }

    private static Outcome raw(Call call, Transaction transaction) {
        BoxMessage message = asked(call, transaction);
        Attachment audio = message.audio();
        return audio == null
                ? Problem.of(404, "bad_identifier", "bad identifier", "voicemail message does not have any audio file")
                : Reply.file(audio, message.fileName(transaction.world(), call.account()));
    }

    private static Outcome zip(Call call, Transaction transaction) {
        List<BoxMessage> found = VmboxMessageWrites.wanted(call).stream()
                .flatMap(id -> Stream.ofNullable(find(call, transaction, call.argument(0), id)))
                .filter(message -> message.audio() != null)
                .toList();
        return found.isEmpty()
                ? Problems.notFound()
                : Reply.file(BoxArchive.of(found, transaction.world(), call.account()), call.requestId() + ".zip");
    }

    /**
     * The message in the path.
     *
     * @throws io.github.kazoomock.server.crossbar.Refusal with 404 unless it lies in the box in the path
     */
    static BoxMessage asked(Call call, Transaction transaction) {
        String id = call.argument(2);
        BoxMessage message = find(call, transaction, call.argument(0), id);
        if (message == null) {
            throw Problems.badIdentifier(id).refusal();
        }
        return message;
    }

    /** A message of a box; null when it has no such one. */
    static @Nullable BoxMessage find(Call call, Transaction transaction, String box, String id) {
        Document document = transaction.get(call.account(), BoxMessage.TYPE, id);
        BoxMessage message = document == null ? null : BoxMessage.of(call, transaction.world(), document);
        return message != null && message.box().equals(box) ? message : null;
    }

    /** Keys of a whole stored message, private ones included. */
    static Json leaked(Call call, Document document) {
        return document.stored(call.account()).without("id");
    }
}
