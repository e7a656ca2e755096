package io.github.kazoomock.junit;

import java.util.List;
import java.util.stream.Stream;
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
        Server server = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Server.class, type -> Server.start(), Server.class);
        return store().getOrComputeIfAbsent(key(owner), key -> fork(server), Cell.class);
    }

    /** A copy of what {@code @BeforeAll} methods prepared, nearest first; else of the fixture. */
    private Cell fork(Server server) {
        for (ExtensionContext above : chain(owner).subList(1, chain(owner).size())) {
            Cell prepared = store().get(key(above), Cell.class);
            if (prepared != null) {
                return Cell.copy(server, settings.origin(), prepared);
            }
        }
        return Cell.of(server, settings.origin());
    }

    private Key key(ExtensionContext context) {
        return new Key(extension, settings, context.getUniqueId());
    }

    private Store store() {
        return owner.getStore(NAMESPACE);
    }

    /** A context and those it is in, itself first. */
    private static List<ExtensionContext> chain(ExtensionContext context) {
        return Stream.iterate(
                        context,
                        known -> known != null,
                        known -> known.getParent().orElse(null))
                .toList();
    }
}
