package nl.baton.customer.ui;

import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands in the profile's address besides the customer: what a panel keeps there, a link and a reload bring back. */
public final class ProfileAddress implements Serializable {

    private static final long serialVersionUID = 1;

    private final SerializableConsumer<Map<String, String>> go;
    private final List<SerializableRunnable> listeners = new ArrayList<>();
    private final LinkedHashMap<String, String> assumed = new LinkedHashMap<>();
    private LinkedHashMap<String, String> values = new LinkedHashMap<>();

    /** @param go goes to the same profile with other values in its address */
    public ProfileAddress(SerializableConsumer<Map<String, String>> go) {
        this.go = go;
    }

    public Optional<String> get(String name) {
        String value = values.getOrDefault(name, assumed.get(name));
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }

    /** For the screen itself: what holds where the address says nothing. */
    public void assume(String name, String value) {
        assumed.put(name, value);
    }

    /** Goes to where this value, null for none, stands in the address, and all others stay. */
    public void set(String name, @Nullable String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        if (!changed.equals(values)) {
            go.accept(changed);
        }
    }

    /** Takes these values out of the address, and leaves all others. */
    public void clear(List<String> names) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.keySet().removeAll(names);
        go.accept(changed);
    }

    /** Calls back when somebody has gone elsewhere within the profile. */
    public void onChange(SerializableRunnable listener) {
        listeners.add(listener);
    }

    /** For the screen itself: another profile opens, and the parts of the former one are called no more. */
    public void leave() {
        listeners.clear();
    }

    /** For the screen itself: this is what stands in the address now. */
    public void arrive(Map<String, String> now) {
        boolean same = now.equals(values);
        values = new LinkedHashMap<>(now);
        if (!same) {
            // what is drawn anew may listen too
            List.copyOf(listeners).forEach(SerializableRunnable::run);
        }
    }
}
