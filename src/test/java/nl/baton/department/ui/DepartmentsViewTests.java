package nl.baton.department.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.baton.BatonTest;
import nl.baton.department.DepartmentAdministration;
import nl.baton.department.DepartmentCard;
import nl.baton.department.Departments;
import nl.baton.department.Departments.UnitName;
import nl.baton.security.Role;
import nl.baton.security.SignedInAs;
import nl.baton.security.SystemWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BatonTest
@SignedInAs(Role.ADMIN)
class DepartmentsViewTests extends SpringBrowserlessTest {

    @Autowired
    private DepartmentAdministration administration;

    @Autowired
    private Departments departments;

    private final String key = "v" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void speakEnglish() {
        UI.getCurrent().getSession().setLocale(Locale.ENGLISH);
    }

    private DepartmentCard named(String name) {
        UnitName unit = UnitName.of(name + " " + key, null);
        SystemWork.call(() -> departments.resolve(List.of(unit)));
        return administration.find(name + " " + key).orElseThrow();
    }

    private DepartmentCard now(DepartmentCard card) {
        return administration.find(card.id()).orElseThrow();
    }

    private void open(DepartmentCard card) {
        navigate(DepartmentsView.class, Map.of("department", Long.toString(card.id())));
    }

    @Test
    void a_department_that_a_source_named_is_given_a_calendar_and_so_confirmed() {
        DepartmentCard card = named("planning");
        open(card);
        field("Name").setValue("Planning of " + key);
        field("Opening hours").setValue("Mo-Fr 08:30-17:00");
        assertThat(field("Opening hours").getHelperText())
                .isEqualTo("Open Mon–Fri 08:30–\u206017:00: 42.5 hours a week.");
        Select<String> holidays = holidays();
        holidays.setValue("NL");
        assertThat(holidays.getHelperText()).startsWith("Closed all day on public holidays; the next one is ");
        press("Confirm");

        DepartmentCard saved = now(card);
        assertThat(saved.confirmed()).isTrue();
        assertThat(saved.name()).isEqualTo("Planning of " + key);
        assertThat(saved.hours()).isEqualTo("Mo-Fr 08:30-17:00");
        assertThat(saved.holidays()).isEqualTo("NL");
        assertThat(buttons()).contains("Save").doesNotContain("Confirm");
    }

    @Test
    void what_is_wrong_is_said_at_its_field_while_one_types() {
        open(named("planning"));
        field("Opening hours").setValue("Ma-Vr 09:00-17:00");
        assertThat(field("Opening hours").isInvalid()).isTrue();
        assertThat(field("Opening hours").getErrorMessage()).startsWith("“Ma-Vr” is no day");
        field("Opening hours").setValue("");
        field("Name").setValue("");
        press("Confirm");
        assertThat(field("Name").getErrorMessage()).isEqualTo("A department has a name");
    }

    @Test
    void two_spellings_are_merged_after_a_question_and_parted_again() {
        DepartmentCard sales = named("sales");
        DepartmentCard verkoop = named("verkoop");
        open(verkoop);
        into().setValue(now(sales));
        press("Merge");
        assertThat(now(verkoop).mergedInto()).isNull();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(now(sales).merged()).extracting("id").containsExactly(verkoop.id());

        // its own address shows whom it has become a name of
        open(verkoop);
        assertThat(field("Code").getValue()).isEqualTo(sales.code());
        press("Part");
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(now(verkoop).mergedInto()).isNull();
    }

    @Test
    void a_department_is_added_by_hand() {
        navigate(DepartmentsView.class, Map.of("department", "new"));
        field("Code").setValue("N-" + key);
        field("Name").setValue("New " + key);
        press("Add department");

        DepartmentCard added = administration.find("N-" + key).orElseThrow();
        assertThat(added.confirmed()).isTrue();
        assertThat(field("Code").isReadOnly()).isTrue();
        navigate(DepartmentsView.class, Map.of("department", "new"));
        field("Code").setValue("N-" + key);
        field("Name").setValue("Newer " + key);
        press("Add department");
        assertThat(field("Code").getErrorMessage()).contains("is in use");
    }

    @Test
    void the_search_stands_in_the_url_and_knows_other_spellings() {
        DepartmentCard sales = named("sales");
        DepartmentCard verkoop = named("verkoop");
        administration.merge(verkoop.id(), sales.id());
        search(verkoop.name());
        assertThat(test(findInView(Grid.class).single()).size()).isEqualTo(1);
        search("nothing like it");
        assertThat(test(findInView(Grid.class).single()).size()).isZero();
        assertThat(findInView(H1.class).single().getText()).contains("department");
        administration.part(verkoop.id());
    }

    private static void search(String part) {
        UI.getCurrent().navigate(DepartmentsView.class, RouteParameters.empty(), QueryParameters.of("q", part));
    }

    private void press(String text) {
        test(find(Button.class, panel()).withText(text).single()).click();
    }

    private List<String> buttons() {
        return find(Button.class, panel()).all().stream().map(Button::getText).toList();
    }

    private DepartmentPanel panel() {
        return findInView(DepartmentPanel.class).single();
    }

    private TextField field(String label) {
        return find(TextField.class, panel())
                .withCondition(field -> label.equals(field.getLabel()))
                .single();
    }

    @SuppressWarnings("unchecked")
    private Select<String> holidays() {
        return find(Select.class, panel()).single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<DepartmentCard> into() {
        return find(ComboBox.class, panel())
                .withCondition(field -> "Is in fact".equals(field.getLabel()))
                .single();
    }
}
