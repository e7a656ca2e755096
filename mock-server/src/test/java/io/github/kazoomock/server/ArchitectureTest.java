package io.github.kazoomock.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.kazoomock.server.crossbar.Noun;
import io.github.kazoomock.server.nouns.Nouns;
import java.util.stream.Stream;

/** Who may know whom. */
@AnalyzeClasses(packages = "io.github.kazoomock", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String SERVER = "io.github.kazoomock.server";

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("io.github.kazoomock.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_web_server_is_seen_by_http_only = noClasses()
            .that()
            .resideOutsideOfPackage(SERVER + ".http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule the_token_library_is_seen_by_auth_only = noClasses()
            .that()
            .resideOutsideOfPackage(SERVER + ".auth..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.nimbusds..");

    @ArchTest
    static final ArchRule the_schema_library_is_seen_by_schemas_only = noClasses()
            .that()
            .resideOutsideOfPackage("io.github.kazoomock.schemas..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.networknt..");

    @ArchTest
    static final ArchRule the_json_library_is_seen_by_json_and_schemas_only = noClasses()
            .that()
            .resideOutsideOfPackages("io.github.kazoomock.json..", "io.github.kazoomock.schemas..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule persistent_collections_are_seen_by_the_world_only = noClasses()
            .that()
            .resideOutsideOfPackage(SERVER + ".world..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.pcollections..");

    @ArchTest
    static final ArchRule nothing_depends_on_the_command_line = noClasses()
            .that()
            .resideOutsideOfPackage(SERVER + ".cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SERVER + ".cli..");

    @ArchTest
    static final ArchRule only_the_command_line_uses_the_embedding_api = noClasses()
            .that()
            .resideOutsideOfPackages(SERVER, SERVER + ".cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SERVER);

    @ArchTest
    static final ArchRule only_the_command_line_prints = noClasses()
            .that()
            .resideOutsideOfPackage(SERVER + ".cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class);

    @ArchTest
    static final ArchRule the_world_knows_only_json = classes()
            .that()
            .resideInAPackage(SERVER + ".world..")
            .should()
            .onlyDependOnClassesThat(resideInAPackage(SERVER + ".world..")
                    .or(not(resideInAPackage("io.github.kazoomock..")))
                    .or(resideInAPackage("io.github.kazoomock.json..")));

    @ArchTest
    static final ArchRule configs_are_computed_from_values = isComputedFromValues(".configs..");

    @ArchTest
    static final ArchRule numbers_are_computed_from_values = isComputedFromValues(".numbers..");

    @ArchTest
    static final ArchRule services_are_computed_from_values = isComputedFromValues(".services..", ".numbers..");

    @ArchTest
    static final ArchRule calls_are_computed_from_values = isComputedFromValues(".calls..");

    @ArchTest
    static final ArchRule nouns_do_not_know_each_other = noClasses()
            .that(declareANoun())
            .and()
            .areNotAssignableTo(Nouns.class)
            .should()
            .dependOnClassesThat(declareANoun());

    @ArchTest
    static final ArchRule the_core_knows_no_nouns = noClasses()
            .that()
            .resideInAnyPackage(SERVER + ".crossbar..", SERVER + ".sandbox..", SERVER + ".auth..", SERVER + ".http..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SERVER + ".nouns..");

    /** A package that knows the world and nothing else of the server, unless it is named here. */
    private static ArchRule isComputedFromValues(String domain, String... others) {
        String[] known = Stream.concat(Stream.of(domain, ".world.."), Stream.of(others))
                .map(name -> SERVER + name)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(SERVER + domain)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(known).or(not(resideInAPackage(SERVER + ".."))));
    }

    private static DescribedPredicate<JavaClass> declareANoun() {
        return DescribedPredicate.describe(
                "declare a noun",
                type -> type.getMethods().stream()
                        .anyMatch(method -> method.getRawReturnType().isEquivalentTo(Noun.class)
                                && type.getPackageName().equals(SERVER + ".nouns")));
    }
}
