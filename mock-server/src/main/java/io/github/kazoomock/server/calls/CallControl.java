package io.github.kazoomock.server.calls;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Changes the calls of one account inside a transaction. Whoever is called answers at once.
 *
 * @param account its id
 */
public record CallControl(Transaction transaction, String account) {
    /** Under {@code conference} of a channel: whom it does not hear or is not heard by, by their numbers. */
    static final String RELATIONS = "relations";

    /** The relation that ends any other. */
    private static final String CLEAR = "clear";

    /** The calls as they are now. */
    public Calls calls() {
        return Calls.of(transaction.world(), account);
    }

    /** The conference as it is now. */
    public ConferenceRun conference(String id) {
        return ConferenceRun.of(calls(), id);
    }

    /**
     * Calls somebody, who answers.
     *
     * @param leg what the document of the new leg says
     */
    public Channel call(JsonObject leg) {
        JsonObject outbound = JsonObject.of("direction", Json.of("outbound")).plus(leg);
        Document document =
                Document.create(transaction.newId(), Channel.TYPE, outbound, JsonObject.EMPTY, transaction.now());
        transaction.put(account, document);
        return new Channel(calls().account(), document);
    }

    /** Sets one thing about a leg. */
    public void set(Channel channel, String key, Json value) {
        change(channel, open -> open.with(value, key));
    }

    /** Lets two legs talk to each other, and to nobody else: of a conference they are no part any more. */
    public void bridge(Channel one, Channel other) {
        for (Channel leg : List.of(one, other)) {
            change(leg, open -> open.without(Channel.CONFERENCE));
            closeDeserted(leg);
        }
        set(one, Channel.OTHER_LEG, Json.of(other.id()));
        set(other, Channel.OTHER_LEG, Json.of(one.id()));
    }

    /** Ends a leg, and the one it talks to. */
    public void hangUp(Channel channel) {
        Channel partner = calls().partner(channel);
        end(channel);
        if (partner != null) {
            end(partner);
        }
    }

    /** Ends a leg alone; the one it talks to is kept for somebody else. */
    public void end(Channel channel) {
        Channel partner = calls().partner(channel);
        if (partner != null) {
            change(partner, open -> open.without(Channel.OTHER_LEG));
        }
        transaction.destroy(account, Channel.TYPE, channel.id());
        closeDeserted(channel);
    }

    /**
     * Calls somebody into a conference.
     *
     * @param leg what the document of the new leg says
     * @param as in what state the participant comes in: {@code is_moderator}, {@code hear}, {@code speak}
     */
    public Channel join(String conference, JsonObject leg, JsonObject as) {
        ConferenceRun run = conference(conference);
        long number = run.nextParticipant();
        keep(run, ConferenceRun.LAST_PARTICIPANT, Json.of(number));
        JsonObject state = JsonObject.builder()
                .put("id", conference)
                .put("participant_id", number)
                .put("join_time", transaction.gregorianNow())
                .putAll(as)
                .build();
        return call(leg.with(state, Channel.CONFERENCE));
    }

    /** Locks or unlocks a conference that runs. */
    public void lock(ConferenceRun run, boolean locked) {
        keepWhileRunning(run, ConferenceRun.LOCKED, Json.of(locked));
    }

    /** Starts or stops the recording of a conference that runs. */
    public void record(ConferenceRun run, boolean on) {
        keepWhileRunning(run, ConferenceRun.RECORDING, Json.of(on));
    }

    /** Adds to the variables of a conference that runs. */
    public void addVars(ConferenceRun run, JsonObject vars) {
        keepWhileRunning(
                run, ConferenceRun.VARS, run.kept().object(ConferenceRun.VARS).merge(vars));
    }

    /** Lets others hear a participant or not. */
    public void speak(Participant participant, boolean speaks) {
        set(participant, Json.of(speaks), "speak");
    }

    /** Lets a participant hear others or not. */
    public void hear(Participant participant, boolean hears) {
        set(participant, Json.of(hears), "hear");
    }

    /** Decides whether one participant hears another one; {@code clear} means that both hear each other. */
    public void relate(Participant one, Participant other, String relationship) {
        String number = Long.toString(other.id());
        if (relationship.equals(CLEAR)) {
            change(one.channel(), open -> open.without(Channel.CONFERENCE, RELATIONS, number));
        } else {
            set(one, Json.of(relationship), RELATIONS, number);
        }
    }

    private void set(Participant participant, Json value, String... inConference) {
        List<String> path = new ArrayList<>(List.of(Channel.CONFERENCE));
        path.addAll(List.of(inConference));
        change(participant.channel(), open -> open.with(value, path.toArray(String[]::new)));
    }

    private void change(Channel channel, UnaryOperator<JsonObject> change) {
        Document known = transaction.get(account, Channel.TYPE, channel.id());
        if (known != null) {
            transaction.put(account, known.next(change.apply(known.open()), transaction.now()));
        }
    }

    /** Of a conference that this was the last one in nothing is left. */
    private void closeDeserted(Channel channel) {
        String id = new Participant(channel).conference();
        if (id != null && !conference(id).isRunning()) {
            transaction.destroy(account, ConferenceRun.TYPE, ConferenceRun.stateId(calls(), id));
        }
    }

    private void keepWhileRunning(ConferenceRun run, String key, Json value) {
        if (run.isRunning()) {
            keep(run, key, value);
        }
    }

    /** The state begins when the first participant comes; that of a fixture has begun with its oldest one. */
    private void keep(ConferenceRun run, String key, Json value) {
        Document state = run.state();
        JsonObject open = run.kept().with(Json.of(run.id()), "conference_id").with(value, key);
        transaction.put(account, state == null ? begun(run, open) : state.next(open, transaction.now()));
    }

    private Document begun(ConferenceRun run, JsonObject open) {
        JsonObject hidden = run.isRunning() ? JsonObject.of("pvt_created", Json.of(run.started())) : JsonObject.EMPTY;
        String id = ConferenceRun.stateId(run.calls(), run.id());
        return Document.create(id, ConferenceRun.TYPE, open, hidden, transaction.now());
    }
}
