package io.github.kazoomock.server.nouns;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonArray;
import io.github.kazoomock.server.crossbar.View;
import io.github.kazoomock.server.world.Document;
import io.github.kazoomock.server.world.Index;
import io.github.kazoomock.server.world.Ref;
import io.github.kazoomock.server.world.World;
import java.util.Map;
import java.util.NavigableMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The devices of an account once for each user that is logged in to them, by user and device. */
record GuestsView(World world, String account) implements View {

    @Override
    public Stream<Entry> from(@Nullable Json start, boolean descending) {
        NavigableMap<String, Ref> range = world.range(DeviceUsers.GUEST, account + Index.SEPARATOR);
        NavigableMap<String, Ref> ordered = descending ? range.descendingMap() : range;
        if (start instanceof JsonArray pair && pair.texts().size() == 2) {
            Ref at = new Ref(account, DeviceUsers.DEVICE, pair.texts().get(1));
            String user = Index.key(account, pair.texts().get(0));
            ordered = ordered.tailMap(World.entryKey(DeviceUsers.GUEST, user, at), true);
        }
        return ordered.entrySet().stream().flatMap(this::entry);
    }

    private Stream<Entry> entry(Map.Entry<String, Ref> indexed) {
        Ref ref = indexed.getValue();
        Document device = world.get(ref);
        if (device == null) {
            return Stream.of();
        }
        String before = Index.key(DeviceUsers.GUEST.name(), account, "");
        String after = Index.key("", ref.account(), ref.id());
        String key = indexed.getKey();
        String user = key.substring(before.length(), key.length() - after.length());
        return Stream.of(new Entry(account, device, JsonArray.of(Json.of(user), Json.of(device.id()))));
    }
}
