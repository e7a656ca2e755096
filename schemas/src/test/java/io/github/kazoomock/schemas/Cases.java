package io.github.kazoomock.schemas;

import io.github.kazoomock.json.Json;
import io.github.kazoomock.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All documents that are generated from one schema; the same schema gives the same documents. */
final class Cases {
    private static final int TYPICAL = 6;

    private Cases() {}

    static List<Case> of(String id, Function<String, @Nullable JsonObject> schemas) {
        Samples samples = new Samples(schemas, id.hashCode(), false);
        JsonObject schema = JsonObject.of("$ref", Json.of(id));
        if (!(samples.sample(schema, SampleDocuments.Size.MINIMAL) instanceof JsonObject)) {
            return List.of(new Case("an object", JsonObject.EMPTY, " type"));
        }
        List<Case> cases = new ArrayList<>();
        cases.add(whole("minimal", samples, schema, SampleDocuments.Size.MINIMAL));
        for (int i = 1; i <= TYPICAL; i++) {
            cases.add(whole("typical " + i, samples, schema, SampleDocuments.Size.TYPICAL));
        }
        cases.add(whole("maximal", samples, schema, SampleDocuments.Size.MAXIMAL));
        for (Candidate candidate : new Breakages(samples).of(schema)) {
            if (candidate.value() instanceof JsonObject document) {
                cases.add(candidate.named(document));
            }
        }
        Map<JsonObject, Case> distinct = new LinkedHashMap<>();
        cases.forEach(one -> distinct.putIfAbsent(one.document(), one));
        return List.copyOf(distinct.values());
    }

    private static Case whole(String name, Samples samples, JsonObject schema, SampleDocuments.Size fill) {
        return new Case(name, (JsonObject) samples.sample(schema, fill), "");
    }
}
