package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient.Response;
import java.util.List;

/** A conference of an office, with a user who has a device. */
final class Meeting implements AutoCloseable {
    final Office office;
    final String id;
    final String user;
    final String device;

    Meeting(String profile) {
        office = new Office(profile);
        id = office.made("conferences", "{'name':'Standup'}");
        user = office.made("users", "{'first_name':'Paula','last_name':'Stern'}");
        device = office.made(
                "devices",
                "{'name':'Paula at her desk','owner_id':'" + user
                        + "','sip':{'username':'paula','password':'secret'}}");
    }

    String path() {
        return "conferences/" + id;
    }

    /** An action on the whole conference. */
    Response act(String data) {
        return office.put(path(), data);
    }

    /** An action on all participants. */
    Response actOnAll(String data) {
        return office.put(path() + "/participants", data);
    }

    /** An action on one participant. */
    Response actOn(int participant, String action) {
        return office.put(path() + "/participants/" + participant, "{'action':'" + action + "'}");
    }

    /** Calls somebody into it. */
    Response dial(String endpoint, String... flags) {
        String list = flags.length == 0 ? "" : "'" + String.join("','", flags) + "'";
        return act("{'action':'dial','data':{'endpoints':['" + endpoint + "'],'participant_flags':[" + list + "]}}");
    }

    List<JsonObject> participants() {
        return office.get(path() + "/participants").body().array("data").values().stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    /** What a participant is in the conference. */
    JsonObject participant(int number) {
        return office.get(path() + "/participants/" + number).data();
    }

    JsonObject vars(int number) {
        return participant(number).object("conference_channel_vars");
    }

    JsonObject metadata() {
        return office.get(path()).body().object("metadata");
    }

    List<JsonObject> channels() {
        return office.get("channels").body().array("data").values().stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    /** Stops the clock. */
    void freeze() {
        clock("{'frozen':true}");
    }

    /** Moves the clock on. */
    void pass(int seconds) {
        clock("{'advance':" + seconds + "}");
    }

    private void clock(String change) {
        office.client().send("POST", "/__admin/clock", Office.json(change).toString());
    }

    @Override
    public void close() {
        office.close();
    }
}
