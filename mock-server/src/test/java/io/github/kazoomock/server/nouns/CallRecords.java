package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import io.github.kazoomock.server.KazooServer;
import io.github.kazoomock.server.Login;
import io.github.kazoomock.server.TestClient;
import io.github.kazoomock.server.TestClient.Response;
import io.github.kazoomock.server.world.Gregorian;
import io.github.kazoomock.server.world.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A server whose account West, below the reseller Top, has made some calls, at noon on a known day. */
final class CallRecords implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    /** The same in Gregorian seconds. */
    static final long NOW = Gregorian.seconds(NOON);

    /** The conversation of Ann with a number outside. */
    static final String TALK = "63962391600-4f2a";

    /** Ann rings a number outside, in two legs; somebody rings the office; a call of long ago. */
    static final String CALLS = "{"
            + record("ann-a", 600, """
                    'call_direction':'inbound','caller_id_number':'1001','caller_id_name':'Ann',
                    'callee_id_number':'+14155550100','to':'+14155550100@west.example.com',
                    'from':'1001@west.example.com','request':'4155550100@west.example.com',
                    'from_uri':'1001@west.example.com','duration_seconds':120,'billing_seconds':95,
                    'hangup_cause':'NORMAL_CLEARING','other_leg_call_id':'ann-b','media_server':'fs1.example.com',
                    'interaction_id':'%s','channel_created_time':1795175280000123,
                    'custom_channel_vars':{'owner_id':{'$id':'users/ann'},'authorizing_id':'device',
                       'account_id':{'$id':'.'},'bridge_id':'ann-a','pvt_secret':'x','media_recordings':'rec1'}""".formatted(TALK)) + ","
            + record("ann-b", 599, """
                    'call_direction':'outbound','to':'+14155550100@carrier.example.com','from':'1001@west.example.com',
                    'request':'+14155550100@carrier.example.com','from_uri':'+14155550199@west.example.com',
                    'duration_seconds':110,'billing_seconds':95,'interaction_id':'%s',
                    'custom_channel_vars':{'account_billing':'per_minute','reseller_billing':'per_minute','rate':'200',
                       'rate_increment':'60','rate_minimum':'60','rate_name':'us','resource_id':'carrier'}""".formatted(TALK)) + ","
            + record("front", 7200, """
                    'call_direction':'inbound','to':'+14155550111@west.example.com','from':'+14155550122@carrier.example.com',
                    'request':'+14155550111@west.example.com','duration_seconds':0,'interaction_id':'63962388000-aaaa',
                    'recording_url':'http://example.com/r.mp3','media_recordings':['r1','r2'],
                    'custom_channel_vars':{'authorizing_id':{'$id':'.'},'account_id':{'$id':'.'},'call_priority':'3'}""") + ","
            + record("old", 3_000_000, "'call_direction':'inbound','interaction_id':'63959395200-bbbb'") + "}";

    private final KazooServer server;

    private CallRecords(KazooServer server) {
        this.server = server;
    }

    /**
     * Starts it.
     *
     * @param cdrs what the file of call records has; single quotes for double ones
     * @param more further files: their path and their content, in turn
     */
    static CallRecords open(Path folder, String profile, String cdrs, String... more) {
        write(folder, "fixture.json", "{'description':'calls'}");
        write(folder, "top/account.json", "{'name':'Top','realm':'top.example.com','pvt_reseller':true}");
        write(folder, "top/users.json", "{'tess':" + user("tess") + "}");
        write(folder, "top/west/account.json", "{'name':'West','realm':'west.example.com'}");
        write(folder, "top/west/users.json", "{'wendy':" + user("wendy") + ",'ann':" + user("ann") + "}");
        write(folder, "top/west/cdrs.json", cdrs);
        for (int i = 0; i < more.length; i += 2) {
            write(folder, more[i], more[i + 1]);
        }
        return new CallRecords(KazooServer.builder()
                .port(0)
                .fixture(folder.toString())
                .profile(profile)
                .clock(NOON)
                .start());
    }

    private static String user(String name) {
        return "{'username':'" + name + "','password':'" + name + "','first_name':'F','last_name':'L',"
                + "'priv_level':'admin'}";
    }

    /** The id of a record that the fixture names by key, made this month. */
    static String id(String key) {
        return "202611-" + Hash.md5(key);
    }

    /** A record: its key, seconds since it ended, and more members. */
    static String record(String key, long ago, String more) {
        String time = "{'$ago':'" + ago + "s'}";
        return "'" + key + "':{'id':'" + id(key) + "','call_id':'" + key + "','timestamp':" + time + ",'pvt_created':"
                + time + (more.isEmpty() ? "" : "," + more) + "}";
    }

    private static void write(Path folder, String name, String content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TestClient as(String username) {
        return TestClient.loggedIn(server, username);
    }

    String user(String username, String key) {
        Login login = server.logins().stream()
                .filter(known -> known.username().equals(username))
                .findFirst()
                .orElseThrow();
        return key.isEmpty() ? login.accountId() : Hash.md5("top/west/users/" + key);
    }

    /** A path under West. */
    String at(String path) {
        return "accounts/" + user("wendy", "") + "/" + path;
    }

    Response get(String path) {
        return as("wendy").get(at(path));
    }

    static List<JsonObject> rows(Response list) {
        if (list.status() != 200) {
            throw new IllegalStateException(list.text());
        }
        return list.body().array("data").values().stream()
                .map(row -> (JsonObject) row)
                .toList();
    }

    /** The values of one key in all rows. */
    static List<String> column(Response list, String key) {
        return rows(list).stream().map(row -> row.textOr(key, "?")).toList();
    }

    static JsonObject json(String text) {
        return (JsonObject) Json.parse(text.replace('\'', '"'));
    }

    @Override
    public void close() {
        server.close();
    }
}
