package nl.baton.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import java.util.List;
import java.util.Objects;

/** A filter: its label in grey, its value in ink, and behind it a menu or a panel to choose another. */
public final class FilterButton extends NativeButton {

    private final String label;
    private final Span value = new Span();

    public FilterButton(String label, String value) {
        this.label = label;
        Span name = new Span(label);
        name.addClassName("label");
        this.value.addClassName("value");
        addClassName("filter");
        add(name, this.value, new Glyph(Glyph.CHEVRON));
        setValueText(value);
    }

    public void setValueText(String text) {
        value.setText(text);
    }

    /** Opens a menu of these options; choosing one tells the listener, who is expected to put it into the URL. */
    public <T> FilterButton choosing(
            List<T> options, T chosen, SerializableFunction<T, String> words, SerializableConsumer<T> listener) {
        OptionMenu menu = new OptionMenu(this, label, PopoverPosition.BOTTOM_START);
        for (T option : options) {
            menu.addChoice(words.apply(option), Objects.equals(option, chosen), () -> listener.accept(option));
        }
        return this;
    }

    /** Opens a menu of things to do, none of which is chosen already. */
    public <T> FilterButton offering(
            List<T> deeds, SerializableFunction<T, String> words, SerializableConsumer<T> listener) {
        OptionMenu menu = new OptionMenu(this, label, PopoverPosition.BOTTOM_START);
        for (T deed : deeds) {
            menu.addAction(words.apply(deed), () -> listener.accept(deed));
        }
        return this;
    }

    /** Opens a panel with fields of its own, such as two dates; gives it back so that the panel can close it. */
    public Popover opening(Component panel) {
        Popover popover = new Popover(panel);
        popover.addClassName("filter-panel");
        popover.setTarget(this);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setModal(true);
        popover.setAutofocus(true);
        popover.setAriaLabel(label);
        return popover;
    }
}
