package io.github.kazoomock.junit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * Finds the sandbox that belongs to a context, in JUnit's store, so that JUnit closes it when the context is over.
 *
 * @param owner the context whose life it shares
 */
record Cells(ExtensionContext owner, String extension, Settings settings) {
    private static final Namespace NAMESPACE = Namespace.create(KazooMockExtension.class);

    /** What a store keeps a sandbox under: contexts see what their parents keep, so the owner is part of it. */
    private record Key(String extension, Settings settings, String owner) {}

    static Cells of(ExtensionContext context, String extension, Settings settings) {
        return new Cells(owner(context, settings.lifetime()), extension, settings);
    }

    private static ExtensionContext owner(ExtensionContext context, Lifetime lifetime) {
        if (lifetime == Lifetime.SHARED) {
            return context.getRoot();
        }
        ExtensionContext owner = context;
        if (lifetime == Lifetime.CLASS) {
            for (ExtensionContext above : chain(context)) {
                owner = above.getTestClass().isPresent() ? above : owner;
            }
        }
        return owner;
    }

    /** The sandbox if anybody asked for it before. */
    @Nullable
    Cell existing() {
        return store().get(key(owner), Cell.class);
    }

    /** The sandbox, made when it is not there yet. */
    Cell open(ExtensionContext context) {
        Store root = context.getRoot().getStore(NAMESPACE);
        Server server = root.getOrComputeIfAbsent(Server.class, type -> Server.start(), Server.class);
        return store().getOrComputeIfAbsent(key(owner), key -> fork(server, root), Cell.class);
    }

    /** A copy of what {@code @BeforeAll} methods prepared, nearest first; else of the fixture. */
    private Cell fork(Server server, Store root) {
        for (ExtensionContext above : chain(owner).subList(1, chain(owner).size())) {
            Cell prepared = store().get(key(above), Cell.class);
            if (prepared != null) {
                return Cell.make(server, settings, Map.of("sandbox", prepared.name()));
            }
        }
        Settings.Origin origin = settings.origin();
        Base base = root.getOrComputeIfAbsent(origin, key -> Base.make(server, origin), Base.class);
        Map<String, Object> like = new LinkedHashMap<>();
        like.put("sandbox", base.name());
        if (!origin.clock().isEmpty()) {
            like.put("clock", origin.clock());
        }
        return Cell.make(server, settings, like);
    }

    /** A sandbox that nobody writes to: what the fixture is, read once. */
    private record Base(String name) {
        static Base make(Server server, Settings.Origin origin) {
            String name = server.nextName("base");
            Map<String, Object> body = origin.body(name);
            body.put("fixture", origin.fixture());
            server.admin().post("sandboxes", body);
            return new Base(name);
        }
    }

    private Key key(ExtensionContext context) {
        return new Key(extension, settings, context.getUniqueId());
    }

    private Store store() {
        return owner.getStore(NAMESPACE);
    }

    /** A context and those it is in, itself first. */
    private static List<ExtensionContext> chain(ExtensionContext context) {
        return java.util.stream.Stream.iterate(
                        context,
                        known -> known != null,
                        known -> known.getParent().orElse(null))
                .toList();
    }
}
