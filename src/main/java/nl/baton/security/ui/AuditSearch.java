package nl.baton.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.baton.security.AuditTrail.Filter;
import org.jspecify.annotations.Nullable;

/** What to look for in the log: fields that stand in the address, so that a link shows a colleague the same. */
final class AuditSearch extends Div {

    private static final long serialVersionUID = 1;
    private static final String WHO = "who";
    private static final String ACTION = "action";
    private static final String SUBJECT = "subject";
    private static final String REASON = "reason";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final int LONGEST = 200;

    private final TextField who = new TextField();
    private final TextField subject = new TextField();
    private final TextField reason = new TextField();
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private String action = "";

    /** @param changed told what stands in the fields once somebody changes one */
    AuditSearch(SerializableConsumer<QueryParameters> changed) {
        addClassName("audit-search");
        text(who, "security.audit.search.who", changed);
        text(subject, "security.audit.search.subject", changed);
        text(reason, "security.audit.search.reason", changed);
        day(from, "security.audit.search.from", changed);
        day(to, "security.audit.search.to", changed);
        Button clear = new Button(
                getTranslation("security.audit.search.clear"), click -> changed.accept(QueryParameters.empty()));
        clear.addClassName("small");
        add(who, subject, reason, from, to, clear);
    }

    private void text(TextField field, String key, SerializableConsumer<QueryParameters> changed) {
        field.setPlaceholder(getTranslation(key));
        field.setAriaLabel(getTranslation(key));
        field.setMaxLength(LONGEST);
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.accept(query());
            }
        });
    }

    private void day(DatePicker field, String key, SerializableConsumer<QueryParameters> changed) {
        field.setPlaceholder(getTranslation(key));
        field.setAriaLabel(getTranslation(key));
        field.setClearButtonVisible(true);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.accept(query());
            }
        });
    }

    /** Takes over what the address says; what cannot be read does not matter. */
    Filter read(Location location) {
        QueryParameters query = location.getQueryParameters();
        action = text(query, ACTION);
        who.setValue(text(query, WHO));
        subject.setValue(text(query, SUBJECT));
        reason.setValue(text(query, REASON));
        from.setValue(day(query, FROM));
        to.setValue(day(query, TO));
        return new Filter(
                who.getValue(), action, subject.getValue(), reason.getValue(), from.getValue(), to.getValue());
    }

    private static String text(QueryParameters query, String name) {
        return query.getSingleParameter(name)
                .filter(value -> value.length() <= LONGEST)
                .orElse("");
    }

    private static @Nullable LocalDate day(QueryParameters query, String name) {
        try {
            return query.getSingleParameter(name).map(LocalDate::parse).orElse(null);
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    /** The same with another action. */
    QueryParameters with(String chosen) {
        action = chosen;
        return query();
    }

    private QueryParameters query() {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, WHO, who.getValue());
        put(values, ACTION, action);
        put(values, SUBJECT, subject.getValue());
        put(values, REASON, reason.getValue());
        put(
                values,
                FROM,
                Optional.ofNullable(from.getValue()).map(LocalDate::toString).orElse(""));
        put(
                values,
                TO,
                Optional.ofNullable(to.getValue()).map(LocalDate::toString).orElse(""));
        return QueryParameters.simple(values);
    }

    private static void put(Map<String, String> values, String name, String value) {
        if (!value.isBlank()) {
            values.put(name, value.strip());
        }
    }
}
