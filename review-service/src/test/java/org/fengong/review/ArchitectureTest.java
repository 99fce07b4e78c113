package org.fengong.review;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The shape that every change keeps. */
@AnalyzeClasses(packages = "org.fengong.review", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule FEATURES_ARE_ACYCLIC =
            slices().matching("org.fengong.review.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule CALCULATORS_ARE_FREE_OF_FRAMEWORKS = classes()
            .that()
            .resideInAPackage("org.fengong.review.metric")
            .should()
            .onlyDependOnClassesThat(resideInAPackage("java..")
                    .or(resideInAPackage("org.threeten.extra.."))
                    .or(resideInAPackage("org.fengong.platform.time"))
                    .or(resideInAPackage("org.eclipse.microprofile.openapi.annotations.."))
                    .or(resideInAPackage("org.fengong.review.metric")));

    @ArchTest
    static final ArchRule RESOURCES_SHOW_NO_ENTITY = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Path.class)
            .should(notMentionAnEntity());

    @ArchTest
    static final ArchRule REPOSITORIES_STAY_IN_THEIR_FEATURE = classes()
            .that()
            .areAssignableTo(PanacheRepositoryBase.class)
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule EACH_OTHER_SERVICE_IS_CALLED_BY_ONE_FEATURE = classes()
            .that()
            .areAnnotatedWith(RegisterRestClient.class)
            .should()
            .bePackagePrivate()
            .andShould()
            .resideInAnyPackage("org.fengong.review.allocation", "org.fengong.review.tasks");

    @ArchTest
    static final ArchRule CONSUMERS_HEAR_AND_DO_NOT_SPEAK = noClasses()
            .that(DescribedPredicate.describe(
                    "consume events",
                    type -> type.getMethods().stream().anyMatch(m -> m.isAnnotatedWith(Incoming.class))))
            .should()
            .dependOnClassesThat()
            .haveSimpleName("Outbox");

    private static ArchCondition<JavaMethod> notMentionAnEntity() {
        return new ArchCondition<>("not mention an entity in its signature") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                method.getAllInvolvedRawTypes().stream()
                        .filter(ArchitectureTest::isEntity)
                        .forEach(entity -> events.add(SimpleConditionEvent.violated(
                                method, method.getFullName() + " shows the entity " + entity.getName())));
            }
        };
    }

    private static boolean isEntity(JavaClass type) {
        return type.isAnnotatedWith(Entity.class);
    }
}
