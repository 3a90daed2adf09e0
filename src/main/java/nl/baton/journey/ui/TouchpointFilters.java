package nl.baton.journey.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableFunction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import nl.baton.base.ui.FilterButton;
import nl.baton.base.ui.FilterRow;
import nl.baton.customer.ui.ProfileAddress;
import nl.baton.department.Department;
import nl.baton.journey.ChannelKind;
import nl.baton.journey.Direction;
import nl.baton.journey.TimelineFilter;
import org.jspecify.annotations.Nullable;

/** What the touchpoints are narrowed to, as it stands in the address. What cannot be read there is as if absent. */
final class TouchpointFilters extends Div {

    private static final long serialVersionUID = 1;
    private static final String ANY = "";
    private static final String CHANNEL = "channel";
    private static final String DEPARTMENT = "department";
    private static final String DIRECTION = "direction";
    private static final String ONLY = "only";
    private static final String TEXT = "text";
    private static final String JOURNEY = "journey";
    private static final int LONGEST = 100;

    /** The names of all of them in the address. */
    static final List<String> NAMES = List.of(CHANNEL, DEPARTMENT, DIRECTION, ONLY, TEXT);

    private final ProfileAddress address;
    private final TextField text = new TextField();
    private final Div buttons = new Div();
    private transient List<Department> departments = List.of();

    TouchpointFilters(ProfileAddress address) {
        this.address = address;
        text.setPlaceholder(getTranslation("journey.filter.text"));
        text.setAriaLabel(getTranslation("journey.filter.text"));
        text.setMaxLength(LONGEST);
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                String typed = text.getValue().strip();
                address.set(TEXT, typed.isEmpty() ? null : typed);
            }
        });
        addClassName("touchpoint-filters");
        add(buttons, text);
        show();
    }

    /** The departments to choose from. */
    void offer(Collection<Department> all) {
        List<Department> sorted =
                all.stream().sorted(Comparator.comparing(Department::name)).toList();
        if (!sorted.equals(departments)) {
            departments = sorted;
            show();
        }
    }

    void show() {
        buttons.removeAll();
        FilterRow row = new FilterRow(
                choice(CHANNEL, "journey.filter.channel", channels(), this::channelName),
                choice(DEPARTMENT, "journey.filter.department", departmentIds(), this::departmentName),
                choice(DIRECTION, "journey.filter.direction", directions(), this::directionName));
        if (journey() != null) {
            row.add(choice(ONLY, "journey.filter.journey", List.of(ANY, JOURNEY), this::journeyName));
        }
        buttons.add(row);
        String typed = address.get(TEXT).orElse("");
        if (!typed.equals(text.getValue().strip())) {
            text.setValue(typed);
        }
    }

    private FilterButton choice(
            String name, String label, List<String> options, SerializableFunction<String, String> words) {
        String chosen = address.get(name).filter(options::contains).orElse(ANY);
        return new FilterButton(getTranslation(label), words.apply(chosen))
                .choosing(options, chosen, words, value -> address.set(name, value.isEmpty() ? null : value));
    }

    TimelineFilter filter(long customer) {
        return new TimelineFilter(
                customer,
                address.get(ONLY).filter(JOURNEY::equals).map(only -> journey()).orElse(null),
                address.get(DEPARTMENT)
                        .filter(id -> id.matches("\\d{1,18}"))
                        .map(Long::valueOf)
                        .orElse(null),
                address.get(CHANNEL)
                        .filter(kind -> !kind.isEmpty() && channels().contains(kind))
                        .map(kind -> ChannelKind.valueOf(kind.toUpperCase(Locale.ROOT)))
                        .orElse(null),
                address.get(DIRECTION)
                        .filter(direction ->
                                !direction.isEmpty() && directions().contains(direction))
                        .map(direction -> Direction.valueOf(direction.toUpperCase(Locale.ROOT)))
                        .orElse(null),
                address.get(TEXT).filter(words -> words.length() <= LONGEST).orElse(null));
    }

    private @Nullable Long journey() {
        return address.get(JOURNEY)
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(null);
    }

    private static List<String> channels() {
        return names(ChannelKind.values());
    }

    private static List<String> directions() {
        return names(Direction.values());
    }

    private static List<String> names(Enum<?>[] constants) {
        var names = new ArrayList<>(List.of(ANY));
        for (Enum<?> constant : constants) {
            names.add(constant.name().toLowerCase(Locale.ROOT));
        }
        return names;
    }

    private List<String> departmentIds() {
        var ids = new ArrayList<>(List.of(ANY));
        departments.forEach(department -> ids.add(Long.toString(department.id())));
        ids.add("0");
        return ids;
    }

    private String channelName(String kind) {
        return getTranslation(kind.isEmpty() ? "journey.filter.any" : "relay." + kind);
    }

    private String departmentName(String id) {
        return id.isEmpty()
                ? getTranslation("journey.filter.any")
                : departments.stream()
                        .filter(department -> id.equals(Long.toString(department.id())))
                        .map(Department::name)
                        .findFirst()
                        .orElseGet(() -> getTranslation("journey.no-department"));
    }

    private String directionName(String direction) {
        return getTranslation(
                direction.isEmpty() ? "journey.filter.any" : "journey.direction." + direction.toUpperCase(Locale.ROOT));
    }

    private String journeyName(String only) {
        return getTranslation(only.isEmpty() ? "journey.filter.journey.all" : "journey.filter.journey.this");
    }
}
