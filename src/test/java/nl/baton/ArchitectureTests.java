package nl.baton;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Style;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.annotation.Async;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;

/** The rules of the house, as far as a machine can see them. A rule that is broken is mended in the code, not here. */
class ArchitectureTests {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("nl.baton");

    /** Public beans that anyone may call, by simple name, each with its reason. */
    private static final Map<String, String> OPEN_TO_ALL = Map.ofEntries(
            Map.entry("Ids", "numbers without a meaning"),
            Map.entry("Texts", "the words on the screens"),
            Map.entry("HandoffWords", "words for what the asker has been given already"),
            Map.entry("Background", "work keeps the rights of who asked for it"),
            Map.entry("Audit", "every deed is written down, whoever did it; nothing is read"),
            Map.entry("ExportLedger", "every export is written down, whoever asked for it; nothing is read"),
            Map.entry("DemoAccounts", "refuses itself within a request"),
            Map.entry("BreakdownRule", "judges the facts it is given, and reads nothing"),
            Map.entry("NotPickedUp", "judges the facts it is given, and reads nothing"),
            Map.entry("IntakeCounts", "numbers of items, of whatever content; nothing is read"));

    private static final Pattern VAGUE =
            Pattern.compile(".*(Manager|Helper|Util|Utils|Data|Info|DTO|Dto)([A-Z0-9_].*)?");

    private static final int MOST_LINES = 300;

    @Test
    void a_view_asks_services_and_knows_no_store() {
        noClasses()
                .that(resideInAPackage("..ui.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.sql..",
                                "javax.sql..",
                                "jakarta.persistence..",
                                "org.springframework.jdbc..",
                                "org.springframework.data..",
                                "org.springframework.dao..",
                                "org.springframework.transaction..")
                        .or(named(".*(Query|Repository|Table)")
                                .and(resideInAPackage("nl.baton.."))
                                .and(resideOutsideOfPackages("..ui.."))))
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void a_view_starts_no_thread_except_through_the_tile() {
        noClasses()
                .that(resideInAPackage("..ui..").and(resideOutsideOfPackages("nl.baton.base.ui..")))
                .should()
                .dependOnClassesThat(belongToAnyOf(Thread.class, Async.class).or(assignableTo(Executor.class)))
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void components_and_routes_live_in_ui_packages() {
        noClasses()
                .that(resideOutsideOfPackages("..ui..").and(not(BatonApplication.class)))
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.vaadin.flow.component..", "com.vaadin.flow.router.."))
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void a_public_service_says_who_may_call_it() {
        classes()
                .that(metaAnnotatedWith(Component.class))
                .and()
                .arePublic()
                .and(resideOutsideOfPackages("..ui.."))
                .and()
                .areNotAssignableTo(BatonApplication.class)
                .and(describe("can be called", ArchitectureTests::hasPublicMethods))
                .and(describe("are not open to all", bean -> !isOpenToAll(bean)))
                .should()
                .beAnnotatedWith(PreAuthorize.class)
                .allowEmptyShould(true)
                .check(MAIN);
    }

    @Test
    void no_script_is_run_from_java() {
        noClasses()
                .should()
                .callMethodWhere(
                        calls("executeJs is called", call -> call.getName().equals("executeJs")))
                .check(MAIN);
    }

    @Test
    void styles_stand_in_style_sheets() {
        noClasses()
                .should()
                .callMethodWhere(calls(
                        "a style is set inline",
                        call -> call.getTargetOwner().isEquivalentTo(Style.class)
                                && call.getName().startsWith("set")))
                .check(MAIN);
    }

    @Test
    void a_screen_is_named_by_its_class_not_by_a_string() {
        noClasses()
                .should()
                .callMethodWhere(calls(
                        "a string names the route",
                        call -> call.getTargetOwner().isEquivalentTo(UI.class)
                                && call.getName().equals("navigate")
                                && call.getTarget()
                                        .getRawParameterTypes()
                                        .getFirst()
                                        .isEquivalentTo(String.class)))
                .check(MAIN);
    }

    @Test
    void names_say_what_a_thing_is() {
        noClasses().should(have(named(VAGUE.pattern()))).check(MAIN);
    }

    @Test
    void every_package_is_null_safe() {
        List<String> unmarked = MAIN.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(folder -> !folder.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .sorted()
                .toList();
        assertEquals(List.of(), unmarked, "packages without @NullMarked in their package-info");
    }

    @Test
    void no_file_is_longer_than_one_can_read() throws IOException {
        try (Stream<Path> java = Files.walk(Path.of("src/main/java"));
                Stream<Path> browser = Files.walk(Path.of("frontend"))) {
            List<String> tooLong = Stream.concat(
                            java.filter(file -> file.toString().endsWith(".java")),
                            browser.filter(file -> file.toString().matches(".*\\.(ts|css)"))
                                    .filter(file -> !file.startsWith("frontend/generated")))
                    .filter(file -> lines(file) > MOST_LINES)
                    .map(file -> lines(file) + " " + file)
                    .sorted()
                    .toList();
            assertEquals(List.of(), tooLong, "files of more than " + MOST_LINES + " lines");
        }
    }

    @Test
    void beans_get_what_they_need_through_their_constructor() {
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(MAIN);
    }

    @Test
    void controllers_are_doors_for_http_only() {
        ArchRule rule = classes()
                .that(annotatedWith(Controller.class).or(metaAnnotatedWith(Controller.class)))
                .should()
                .bePackagePrivate()
                .allowEmptyShould(true);
        rule.check(MAIN);
    }

    private static boolean hasPublicMethods(JavaClass bean) {
        return bean.getMethods().stream()
                .anyMatch(method -> method.getModifiers().contains(JavaModifier.PUBLIC));
    }

    private static boolean isOpenToAll(JavaClass bean) {
        return OPEN_TO_ALL.containsKey(bean.getSimpleName())
                || bean.getAllRawInterfaces().stream().anyMatch(type -> OPEN_TO_ALL.containsKey(type.getSimpleName()));
    }

    private static DescribedPredicate<JavaClass> named(String pattern) {
        return describe(
                "named " + pattern,
                type -> !type.isAnonymousClass()
                        && !type.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && type.getSimpleName().matches(pattern));
    }

    private static DescribedPredicate<JavaClass> not(Class<?> type) {
        return DescribedPredicate.not(assignableTo(type));
    }

    private static DescribedPredicate<JavaCall<?>> calls(String description, Predicate<JavaCall<?>> predicate) {
        return describe(description, predicate);
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
