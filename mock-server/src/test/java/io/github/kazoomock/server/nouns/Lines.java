package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.TestClient.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** An account in which two people talk to each other and a third one waits; its calls stand in a fixture. */
final class Lines implements AutoCloseable {
    static final String ANN = "a".repeat(31) + "1";
    static final String BOB = "a".repeat(31) + "2";
    static final String ANNS_PHONE = "b".repeat(31) + "1";
    static final String BOBS_PHONE = "b".repeat(31) + "2";
    static final String LOBBY = "b".repeat(31) + "3";
    static final String ANNS_LEG = "c".repeat(31) + "1";
    static final String BOBS_LEG = "c".repeat(31) + "2";
    static final String WAITING = "c".repeat(31) + "3";
    static final String ELSEWHERE = "c".repeat(31) + "4";

    final Office office;

    private Lines(Office office) {
        this.office = office;
    }

    static Lines open(Path folder) throws IOException {
        return open(folder, "{}");
    }

    /** @param moreChannels further calls of the account */
    static Lines open(Path folder, String moreChannels) throws IOException {
        String channels = """
                {'ann':{'id':'%s','authorizing_id':'%s','destination':'1002','callflow_id':'f',
                  'other_leg':'%s','pvt_created':{'$ago':'90s'}},
                 'bob':{'id':'%s','direction':'outbound','authorizing_id':'%s','destination':'bob',
                  'pvt_created':{'$ago':'85s'}},
                 'lobby':{'id':'%s','authorizing_id':'%s','answered':false,'caller_id_number':'4158867900',
                  'pvt_created':{'$ago':'5s'}}}""".formatted(ANNS_LEG, ANNS_PHONE, BOBS_LEG, BOBS_LEG, BOBS_PHONE, WAITING, LOBBY);
        JsonObject all = Office.json(channels).plus(Office.json(moreChannels));
        return new Lines(Office.of(Office.world(
                folder,
                "top/channels.json",
                all.toString(),
                "top/devices.json",
                """
                {'ann':{'id':'%s','name':'Ann at her desk','owner_id':'%s','sip':{'username':'ann','password':'secret'},
                  'caller_id':{'internal':{'name':'Ann','number':'1001'}}},
                 'bob':{'id':'%s','name':'Bob at his desk','owner_id':'%s','sip':{'username':'bob','password':'secret'}},
                 'lobby':{'id':'%s','name':'Lobby','sip':{'username':'lobby','password':'secret'}}}""".formatted(ANNS_PHONE, ANN, BOBS_PHONE, BOB, LOBBY),
                "top/users.json",
                """
                {'boss':{'username':'boss','password':'boss','first_name':'B','last_name':'B','priv_level':'admin'},
                 'ann':{'id':'%s','first_name':'Ann','last_name':'A'},
                 'bob':{'id':'%s','first_name':'Bob','last_name':'B'}}""".formatted(ANN, BOB),
                "top/below/account.json",
                "{'name':'Below','realm':'below.example.com'}",
                "top/below/channels.json",
                "{'x':{'id':'" + ELSEWHERE + "'}}")));
    }

    Response act(String leg, String data) {
        return office.post("channels/" + leg, data);
    }

    JsonObject leg(String id) {
        return office.get("channels/" + id).data();
    }

    /** The ids of the legs in a list. */
    List<String> ids(String path) {
        return ids(office.get(path));
    }

    static List<String> ids(Response list) {
        return list.body().array("data").values().stream()
                .map(row -> ((JsonObject) row).textOr("uuid", ""))
                .toList();
    }

    TestClient boss() {
        return office.client();
    }

    @Override
    public void close() {
        office.close();
    }
}
