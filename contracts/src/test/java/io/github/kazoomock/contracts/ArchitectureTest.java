package io.github.kazoomock.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom. */
@AnalyzeClasses(packages = "io.github.kazoomock.contracts", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String CONTRACTS = "io.github.kazoomock.contracts";

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching(CONTRACTS + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule pact_is_seen_by_one_package = noClasses()
            .that()
            .resideOutsideOfPackage(CONTRACTS + ".pact..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("au.com.dius..", "io.pact..", "kotlin..");

    @ArchTest
    static final ArchRule wiremock_is_seen_by_one_package = noClasses()
            .that()
            .resideOutsideOfPackage(CONTRACTS + ".record..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.github.tomakehurst..", "org.wiremock..", "wiremock..");

    @ArchTest
    static final ArchRule nothing_depends_on_the_command_line = noClasses()
            .that()
            .resideOutsideOfPackage(CONTRACTS + ".cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CONTRACTS + ".cli..");

    @ArchTest
    static final ArchRule reports_depend_on_nothing_of_ours_but_json = noClasses()
            .that()
            .resideInAPackage(CONTRACTS + ".report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    CONTRACTS + ".pact..",
                    CONTRACTS + ".verify..",
                    CONTRACTS + ".target..",
                    "io.github.kazoomock.server..");
}
