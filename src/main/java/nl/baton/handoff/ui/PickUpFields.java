package nl.baton.handoff.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Duration;
import java.util.Optional;

/** A pick-up time, in hours and minutes of opening hours. */
final class PickUpFields extends Div {

    private static final long serialVersionUID = 1;
    private static final int MOST_HOURS = 366 * 24;
    private static final int MINUTES = 60;

    private final IntegerField hours = new IntegerField();
    private final IntegerField minutes = new IntegerField();
    private final Paragraph wrong = new Paragraph();

    PickUpFields(String label, String help) {
        addClassName("pick-up-fields");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", label);
        Span title = new Span(label);
        title.addClassName("field-label");
        hours.setMin(0);
        hours.setMax(MOST_HOURS);
        minutes.setMin(0);
        minutes.setMax(MINUTES - 1);
        hours.setAriaLabel(label + ", " + getTranslation("pact.form.hours"));
        minutes.setAriaLabel(label + ", " + getTranslation("pact.form.minutes"));
        hours.setSuffixComponent(new Span(getTranslation("pact.form.hours")));
        minutes.setSuffixComponent(new Span(getTranslation("pact.form.minutes")));
        // what is wrong is said once for both
        hours.setManualValidation(true);
        minutes.setManualValidation(true);
        Div both = new Div(hours, minutes);
        both.addClassName("both");
        Span helper = new Span(help);
        helper.addClassNames("quiet", "small");
        wrong.addClassName("wrong");
        wrong.getElement().setAttribute("role", "alert");
        hours.addValueChangeListener(change -> accept());
        minutes.addValueChangeListener(change -> accept());
        add(title, both, helper, wrong);
        accept();
    }

    void setValue(Duration time) {
        hours.setValue((int) time.toHours());
        minutes.setValue(time.toMinutesPart());
    }

    /** Empty when what stands there is no time. */
    Optional<Duration> value() {
        boolean fits = fits(hours, MOST_HOURS) && fits(minutes, MINUTES - 1);
        Duration time = fits ? Duration.ofHours(number(hours)).plusMinutes(number(minutes)) : Duration.ZERO;
        return time.isPositive() ? Optional.of(time) : Optional.empty();
    }

    private static int number(IntegerField field) {
        return field.getValue() == null ? 0 : field.getValue();
    }

    private static boolean fits(IntegerField field, int most) {
        return number(field) >= 0 && number(field) <= most;
    }

    void refuse(String why) {
        wrong.setText(why);
        wrong.setVisible(true);
        hours.setInvalid(true);
        minutes.setInvalid(true);
        hours.focus();
    }

    void accept() {
        wrong.setText("");
        wrong.setVisible(false);
        hours.setInvalid(false);
        minutes.setInvalid(false);
    }

    void focus() {
        hours.focus();
    }
}
