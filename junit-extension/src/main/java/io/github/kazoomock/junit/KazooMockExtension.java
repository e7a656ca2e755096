package io.github.kazoomock.junit;

import java.lang.reflect.Constructor;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Resolves {@link KazooMock} parameters: what {@link KazooMockTest} registers, or a field with options of its own.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final KazooMockExtension KAZOO =
 *         KazooMockExtension.builder().fixture("docs").profile("kazoo-5.0").build();
 * }</pre>
 *
 * <p>Several may stand side by side; each but one needs a name, which parameters say with {@link KazooMockNamed}.
 */
public final class KazooMockExtension implements ParameterResolver, AfterEachCallback {
    private final String name;
    private final @Nullable Settings fixed;

    /** For {@link KazooMockTest}, which holds the options. */
    public KazooMockExtension() {
        this("", null);
    }

    private KazooMockExtension(String name, @Nullable Settings fixed) {
        this.name = name;
        this.fixed = fixed;
    }

    /** Begins to set one up; what is not set is as in {@link KazooMockTest}. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        String wanted = parameter
                .findAnnotation(KazooMockNamed.class)
                .map(KazooMockNamed::value)
                .orElse("");
        return parameter.getParameter().getType() == KazooMock.class && wanted.equals(name);
    }

    /**
     * The mock of this test.
     *
     * @throws ParameterResolutionException for a constructor, when each method has a sandbox of its own
     */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Settings settings = settings(context);
        if (parameter.getDeclaringExecutable() instanceof Constructor<?>
                && settings.lifetime() == Lifetime.METHOD
                && context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException("a constructor cannot have the KazooMock of a test method, because"
                    + " it runs before; take it as a parameter of the method or of @BeforeEach, or share one:"
                    + " sandbox = Lifetime.CLASS");
        }
        return Cells.of(context, name, settings).open(context).mock();
    }

    /** Says what strictness found, and leaves a report when the test failed. */
    @Override
    public void afterEach(ExtensionContext context) {
        Settings settings = settings(context);
        Cell cell = Cells.of(context, name, settings).existing();
        if (cell != null) {
            cell.finish(context, settings);
        }
    }

    private Settings settings(ExtensionContext context) {
        if (fixed != null) {
            return fixed;
        }
        ExtensionContext here = context;
        while (true) {
            KazooMockTest found = AnnotationSupport.findAnnotation(here.getElement(), KazooMockTest.class)
                    .orElse(null);
            if (found != null) {
                return Settings.of(found);
            }
            here = here.getParent()
                    .orElseThrow(() -> new KazooMockException("no @KazooMockTest on the test and no builder: use one"
                            + " of them, not @ExtendWith(KazooMockExtension.class)"));
        }
    }

    /** Options of one extension; each method is an attribute of {@link KazooMockTest}. */
    public static final class Builder {
        private String name = "";
        private String fixture = "demo";
        private String profile = "kazoo-5";
        private long seed = 1;
        private String clock = "";
        private Lifetime lifetime = Lifetime.METHOD;
        private Set<Strict> strict = Set.of();
        private String report = "target/kazoo-mock";

        private Builder() {}

        /** What tells it from others beside it; parameters say it with {@link KazooMockNamed}. */
        public Builder named(String word) {
            name = word;
            return this;
        }

        /** The starting world: {@code demo}, {@code docs}, {@code empty} or a folder. */
        public Builder fixture(String nameOrFolder) {
            fixture = nameOrFolder;
            return this;
        }

        /** Which KAZOO is imitated: {@code kazoo-5} or {@code kazoo-5.0}. */
        public Builder profile(String word) {
            profile = word;
            return this;
        }

        /** Same seed and same requests: same ids. */
        public Builder seed(long number) {
            seed = number;
            return this;
        }

        /** Where the clock starts. */
        public Builder clock(Instant start) {
            clock = start.toString();
            return this;
        }

        /** How many tests share a sandbox. */
        public Builder sandbox(Lifetime shared) {
            lifetime = shared;
            return this;
        }

        /** What fails a test that would pass without it. */
        public Builder strict(Strict... on) {
            strict = new LinkedHashSet<>(List.of(on));
            return this;
        }

        /** The folder that a failed test leaves journal and world in. */
        public Builder report(String folder) {
            report = folder;
            return this;
        }

        public KazooMockExtension build() {
            Settings.Origin origin = new Settings.Origin(fixture, profile, seed, clock);
            return new KazooMockExtension(name, new Settings(origin, lifetime, strict, report));
        }
    }
}
