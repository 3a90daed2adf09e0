package nl.baton.base;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * One look at a screen, within which what is known of the company as a whole is read once, however many services ask for
 * it. Outside a look everything is read each time it is asked for.
 */
public final class OneLook {

    private static final ScopedValue<Map<Object, Object>> KNOWN = ScopedValue.newInstance();

    private OneLook() {}

    /** Does all of this in one look: the present one, if there is one. */
    public static <T> T at(Supplier<T> reading) {
        return KNOWN.isBound()
                ? reading.get()
                : ScopedValue.where(KNOWN, new ConcurrentHashMap<>()).call(reading::get);
    }

    /** The same reading, which belongs to the present look also where another thread does it. */
    public static <T> Supplier<T> sharing(Supplier<T> reading) {
        if (!KNOWN.isBound()) {
            return reading;
        }
        Map<Object, Object> known = KNOWN.get();
        return () -> ScopedValue.where(KNOWN, known).call(reading::get);
    }

    /** Whether there is a present look. */
    public static boolean isOn() {
        return KNOWN.isBound();
    }

    /** What was read under this key in the present look, else what is read now. */
    @SuppressWarnings("unchecked")
    public static <T> T once(Object key, Supplier<T> reading) {
        if (!KNOWN.isBound()) {
            return reading.get();
        }
        Object known = KNOWN.get().get(key);
        if (known == null) {
            T read = reading.get();
            KNOWN.get().put(key, read);
            return read;
        }
        return (T) known;
    }
}
