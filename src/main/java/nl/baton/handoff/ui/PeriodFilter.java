package nl.baton.handoff.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import nl.baton.base.Formats;
import nl.baton.base.Period;
import nl.baton.base.ui.FilterButton;
import org.jspecify.annotations.Nullable;

/** The filter by period: some usual ones, and days of one's own. */
public final class PeriodFilter extends Div {

    private static final long serialVersionUID = 1;

    private final SerializableConsumer<PeriodChoice> chosen;
    private final FilterButton button;

    /** @param period the one shown; null for all there is */
    public PeriodFilter(@Nullable Period period, SerializableConsumer<PeriodChoice> chosen) {
        this.chosen = chosen;
        button = new FilterButton(getTranslation("handoff.filter.period"), text(period));
        Div panel = new Div();
        panel.addClassName("period-panel");
        Popover popover = button.opening(panel);
        for (String name : List.of("30d", "90d", "12m", "all")) {
            Button preset = new Button(getTranslation("handoff.period." + name), click -> {
                popover.close();
                chosen.accept(new PeriodChoice(name, null));
            });
            preset.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            panel.add(preset);
        }
        panel.add(ownDates(period, popover));
        add(button);
    }

    /** Says which days are shown; an open panel stays open. */
    public void show(@Nullable Period period) {
        button.setValueText(text(period));
    }

    private String text(@Nullable Period period) {
        return period == null
                ? getTranslation("handoff.period.all")
                : Formats.of(getLocale()).period(period);
    }

    private Div ownDates(@Nullable Period period, Popover popover) {
        DatePicker from = new DatePicker(getTranslation("handoff.period.from"));
        DatePicker to = new DatePicker(getTranslation("handoff.period.to"));
        if (period != null) {
            from.setValue(period.from());
            to.setValue(period.to());
        }
        Button apply = new Button(getTranslation("handoff.period.apply"), click -> {
            boolean complete = from.getValue() != null && to.getValue() != null;
            boolean inOrder = complete && !to.getValue().isBefore(from.getValue());
            to.setErrorMessage(getTranslation(complete ? "handoff.period.order" : "handoff.period.both"));
            to.setInvalid(!inOrder);
            if (inOrder) {
                popover.close();
                chosen.accept(new PeriodChoice(null, new Period(from.getValue(), to.getValue())));
            }
        });
        Div own = new Div(from, to, apply);
        own.addClassName("own");
        return own;
    }
}
