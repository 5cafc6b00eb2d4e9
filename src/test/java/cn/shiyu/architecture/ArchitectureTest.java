package cn.shiyu.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Path;
import org.hibernate.reactive.mutiny.Mutiny;

/** The folders show the architecture, and this holds the code to the folders. */
@AnalyzeClasses(packages = "cn.shiyu", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] CAPABILITIES = {
        "cn.shiyu.casework..",
        "cn.shiyu.assessment..",
        "cn.shiyu.notify..",
        "cn.shiyu.clock..",
        "cn.shiyu.category..",
        "cn.shiyu.backup..",
        "cn.shiyu.history..",
        "cn.shiyu.open311..",
        "cn.shiyu.law..",
        "cn.shiyu.search..",
        "cn.shiyu.booking..",
        "cn.shiyu.legal..",
        "cn.shiyu.mediation..",
        "cn.shiyu.agreement..",
        "cn.shiyu.counselling..",
        "cn.shiyu.moralbank.."
    };

    @ArchTest
    static final ArchRule onlyTenancyOpensTheDatabase = noClasses()
            .that()
            .resideOutsideOfPackages("cn.shiyu.tenancy..", "cn.shiyu.dev..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName(Mutiny.SessionFactory.class.getName())
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.vertx.mutiny.sqlclient.Pool")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus.hibernate.reactive.panache..")
            .because("every transaction must name its city first");

    @ArchTest
    static final ArchRule platformKnowsNoCapability = noClasses()
            .that()
            .resideInAPackage("cn.shiyu.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CAPABILITIES);

    @ArchTest
    static final ArchRule tenancyKnowsNoCapability = noClasses()
            .that()
            .resideInAPackage("cn.shiyu.tenancy..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CAPABILITIES);

    @ArchTest
    static final ArchRule surfacesNeverCallEachOther = slices()
            .matching("cn.shiyu.(*).(portal|console|mini|exchange)..")
            .should()
            .notDependOnEachOther()
            // The shells (who is at the desk, the menu, the front page) belong to the organisation and are there for all.
            .ignoreDependency(
                    alwaysTrue(), resideInAnyPackage("cn.shiyu.organisation.console..", "cn.shiyu.organisation.portal.."));

    @ArchTest
    static final ArchRule coresNeverCallTheirSurfaces = noClasses()
            .that()
            .resideOutsideOfPackages("..portal..", "..console..", "..mini..", "..exchange..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("cn.shiyu.*.portal..", "cn.shiyu.*.console..", "cn.shiyu.*.mini..", "cn.shiyu.*.exchange..");

    @ArchTest
    static final ArchRule nothingOfTheServersForDevelopmentIsNeededAtWork = noClasses()
            .that()
            .resideOutsideOfPackage("cn.shiyu.dev..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("cn.shiyu.dev..");

    @ArchTest
    static final ArchRule entitiesStayInside = classes()
            .that()
            .areAnnotatedWith(jakarta.persistence.Entity.class)
            .and()
            .resideInAPackage("cn.shiyu.casework..")
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule caseDomainIsPlain = noClasses()
            .that()
            .haveNameMatching(".*casework\\.(Case|CaseTransitions|Standing|CaseNumber|Words|Phones|ClockMoves)")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Uni.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.enterprise..", "jakarta.ws.rs..", "java.time.Clock");

    @ArchTest
    static final ArchRule onlyCounsellingUsesItsKey = noClasses()
            .that()
            .resideOutsideOfPackages("cn.shiyu.counselling", "cn.shiyu.platform.crypto")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("cn.shiyu.platform.crypto.CounsellingSealer")
            .because("what people write to counsellors is read by nobody else");

    /** Sealer refuses these purposes; and nobody else has a reason to name them. */
    @ArchTest
    static final ArchRule nobodyElseNamesThePurposesOfCounselling = noClasses()
            .that()
            .resideOutsideOfPackage("cn.shiyu.platform.crypto")
            .should()
            .accessField(cn.shiyu.platform.crypto.Purpose.class, "COUNSELLING")
            .orShould()
            .accessField(cn.shiyu.platform.crypto.Purpose.class, "COUNSELLING_LOOKUP");

    @ArchTest
    static final ArchRule pathsAreOnlyAtTheEdges =
            noClasses().that().resideInAPackage("cn.shiyu.casework").should().beAnnotatedWith(Path.class);
}
