package nl.baton.intake.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The attributes of one XES trace or event, in the order of the file. */
final class Attributes {

    private static final Set<String> SCALARS = Set.of("string", "date", "int", "float", "boolean", "id");
    private static final Set<String> COLLECTIONS = Set.of("list", "container");

    /** Bounds what one event can make Baton remember; half for the trace, half for the event itself. */
    private static final int MOST = 10_000;

    private static final long LONGEST = Row.LONGEST / 2;

    private final String prefix;
    private final Columns columns;
    private final List<Integer> filled = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private final List<String> raw = new ArrayList<>();
    private long size;

    Attributes(String prefix, Columns columns) {
        this.prefix = prefix;
        this.columns = columns;
    }

    static boolean isAttribute(String element) {
        return SCALARS.contains(element) || COLLECTIONS.contains(element);
    }

    void clear() {
        filled.clear();
        values.clear();
        raw.clear();
        size = 0;
    }

    /** Reads the attribute whose start the reader stands at, and all within it, up to its end. */
    void read(XMLStreamReader xml) throws XMLStreamException, RefusedFile {
        read(xml, prefix, true);
    }

    private void read(XMLStreamReader xml, String path, boolean single) throws XMLStreamException, RefusedFile {
        String key = null;
        String value = null;
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            switch (xml.getAttributeLocalName(i)) {
                case "key" -> key = xml.getAttributeValue(i);
                case "value" -> value = xml.getAttributeValue(i);
                default -> {} // nothing else of an attribute has a meaning in XES
            }
        }
        if (key == null || raw.size() >= 2 * MOST || size > LONGEST) {
            throw new RefusedFile("intake.refused.xml", xml.getLocation().getLineNumber());
        }
        boolean scalar = SCALARS.contains(xml.getLocalName());
        String name = path.isEmpty() ? key : path + key;
        raw.add(name);
        raw.add(value == null ? "" : value);
        size += name.length() + (value == null ? 0 : value.length());
        if (single && scalar && value != null) {
            filled.add(columns.indexOf(name));
            values.add(value);
        }
        children(xml, name, single && scalar);
    }

    private void children(XMLStreamReader xml, String name, boolean single) throws XMLStreamException, RefusedFile {
        for (int within = 0; ; ) {
            int what = xml.next();
            if (what == XMLStreamConstants.END_ELEMENT) {
                if (within-- == 0) {
                    return;
                }
            } else if (what == XMLStreamConstants.START_ELEMENT) {
                if (isAttribute(xml.getLocalName())) {
                    read(xml, name + ":", single);
                } else {
                    within++; // the <values> of a list
                }
            }
        }
    }

    /** Of an attribute that is stated twice, the first one holds. */
    void fill(@Nullable String[] cells) {
        for (int i = 0; i < filled.size(); i++) {
            int column = filled.get(i);
            if (cells[column] == null) {
                cells[column] = values.get(i);
            }
        }
    }

    String[] rawFollowedBy(Attributes other) {
        String[] all = new String[raw.size() + other.raw.size()];
        raw.toArray(all);
        for (int i = 0; i < other.raw.size(); i++) {
            all[raw.size() + i] = other.raw.get(i);
        }
        return all;
    }
}
