package nl.baton.department.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import nl.baton.department.DepartmentCard;
import nl.baton.department.DepartmentRefused;
import nl.baton.department.Holidays;
import nl.baton.department.NewDepartment;
import nl.baton.department.OpeningHours;

/** The fields of one department; what they mean, or what is wrong with them, is said at the field while one types. */
final class DepartmentForm extends Div {

    private static final long serialVersionUID = 1;

    private final TextField code = new TextField(getTranslation("department.code"));
    private final TextField name = new TextField(getTranslation("department.name"));
    private final TextField hours = new TextField(getTranslation("department.hours"));
    private final Select<String> holidays = new Select<>();
    private final ComboBox<String> zone = new ComboBox<>(getTranslation("department.zone"));
    private final TextArea teams = new TextArea(getTranslation("department.teams.new"));
    private final transient ZoneId companyZone;

    DepartmentForm(ZoneId companyZone) {
        this.companyZone = companyZone;
        addClassName("side-form");
        code.setHelperText(getTranslation("department.code.help"));
        hours.setPlaceholder("Mo-Fr 08:30-17:00; Sa 10:00-12:00");
        hours.setClearButtonVisible(true);
        hours.setValueChangeMode(ValueChangeMode.LAZY);
        hours.addValueChangeListener(change -> explainHours());
        holidays.setLabel(getTranslation("department.holidays"));
        holidays.setItems(Holidays.codes());
        holidays.setEmptySelectionAllowed(true);
        holidays.setEmptySelectionCaption(getTranslation("department.holidays.none"));
        holidays.setItemLabelGenerator(this::holidaysName);
        holidays.addValueChangeListener(change -> explainHolidays());
        zone.setItems(ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .sorted()
                .toList());
        zone.setPlaceholder(getTranslation("department.zone.company", companyZone.getId()));
        zone.setClearButtonVisible(true);
        teams.setHelperText(getTranslation("department.teams.help"));
        explainHours();
        explainHolidays();
        add(code, name, hours, holidays, zone, teams);
    }

    private String holidaysName(String calendar) {
        return calendar == null
                ? getTranslation("department.holidays.none")
                : Holidays.of(calendar).name(getLocale());
    }

    void show(DepartmentCard card) {
        code.setValue(card.code());
        // Sources name it so, and what is stored refers to it: it stays.
        code.setReadOnly(true);
        code.setHelperText(null);
        name.setValue(card.name());
        hours.setValue(card.hours() == null ? "" : card.hours());
        holidays.setValue(card.holidays());
        zone.setValue(card.zone());
        if (!card.teams().isEmpty()) {
            teams.setLabel(getTranslation("department.teams.more"));
            teams.setHelperText(getTranslation("department.teams.known", String.join(", ", card.teams())));
        }
    }

    NewDepartment value() {
        return new NewDepartment(
                code.getValue(),
                name.getValue(),
                teams.getValue().lines().filter(line -> !line.isBlank()).toList(),
                zone.getValue(),
                hours.getValue(),
                holidays.getValue());
    }

    private void explainHours() {
        hours.setInvalid(false);
        try {
            hours.setHelperText(
                    HoursWords.explained(this, getLocale(), OpeningHours.parse(hours.getValue(), companyZone)));
        } catch (OpeningHours.Unreadable unreadable) {
            hours.setHelperText(null);
            String key = "department.refused.hours_" + unreadable.fault().name().toLowerCase(Locale.ROOT);
            say(hours, getTranslation(key, unreadable.part()));
        }
    }

    private void explainHolidays() {
        holidays.setHelperText(
                HoursWords.closed(this, getLocale(), Holidays.of(holidays.getValue()), LocalDate.now(companyZone)));
    }

    void clearRefusals() {
        List.<HasValidation>of(code, name, hours, holidays, zone, teams).forEach(field -> field.setInvalid(false));
    }

    /** Whether there is a field that the refusal is about; it then says so. */
    boolean refuse(DepartmentRefused refused) {
        HasValidation field = switch (refused.reason().field()) {
            case "code" -> code;
            case "name" -> name;
            case "zone" -> zone;
            case "calendar.hours" -> hours;
            case "calendar.holidays" -> holidays;
            case "teams" -> teams;
            default -> null;
        };
        if (field != null) {
            say(field, getTranslation(refused.reason().key(), refused.arguments()));
        }
        return field != null;
    }

    private static void say(HasValidation field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(true);
    }
}
