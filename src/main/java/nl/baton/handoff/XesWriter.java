package nl.baton.handoff;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an event log by IEEE 1849 (XES) as it comes: nothing of it is kept. */
final class XesWriter implements Closeable {

    private static final String STANDARD = "http://www.xes-standard.org/";
    private static final int REPLACEMENT = '\uFFFD';

    private final XMLStreamWriter xml;

    /** A name and a value, under the type that XES knows it by: string, date or boolean. */
    record Attribute(String type, String key, String value) {

        static Attribute text(String key, String value) {
            return new Attribute("string", key, value);
        }
    }

    XesWriter(OutputStream out) throws IOException {
        try {
            xml = new WstxOutputFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            open();
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }

    private void open() throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        line();
        xml.writeStartElement("log");
        xml.writeAttribute("xes.version", "1849-2016");
        xml.writeAttribute("xes.features", "");
        xml.writeDefaultNamespace(STANDARD);
        extension("Concept", "concept");
        extension("Time", "time");
        extension("Organizational", "org");
        extension("Lifecycle", "lifecycle");
        global("trace", List.of(Attribute.text("concept:name", "")));
        global(
                "event",
                List.of(
                        Attribute.text("concept:name", ""),
                        new Attribute("date", "time:timestamp", "1970-01-01T00:00:00Z"),
                        Attribute.text("lifecycle:transition", "complete")));
        line();
        xml.writeEmptyElement("classifier");
        xml.writeAttribute("name", "Activity");
        xml.writeAttribute("keys", "concept:name");
        line();
    }

    private void extension(String name, String prefix) throws XMLStreamException {
        line();
        xml.writeEmptyElement("extension");
        xml.writeAttribute("name", name);
        xml.writeAttribute("prefix", prefix);
        xml.writeAttribute("uri", STANDARD + prefix + ".xesext");
    }

    private void global(String scope, List<Attribute> attributes) throws XMLStreamException {
        line();
        xml.writeStartElement("global");
        xml.writeAttribute("scope", scope);
        attributes(attributes);
        xml.writeEndElement();
    }

    void beginTrace(List<Attribute> attributes) throws IOException {
        begin("trace", attributes);
    }

    void endTrace() throws IOException {
        try {
            xml.writeEndElement();
            line();
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }

    void event(List<Attribute> attributes) throws IOException {
        begin("event", attributes);
        endTrace();
    }

    private void begin(String element, List<Attribute> attributes) throws IOException {
        try {
            xml.writeStartElement(element);
            attributes(attributes);
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }

    private void attributes(List<Attribute> attributes) throws XMLStreamException {
        for (Attribute attribute : attributes) {
            xml.writeEmptyElement(attribute.type);
            xml.writeAttribute("key", clean(attribute.key));
            xml.writeAttribute("value", clean(attribute.value));
        }
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    /** Without characters that no XML may hold. */
    static String clean(String text) {
        if (text.codePoints().allMatch(XesWriter::allowed)) {
            return text;
        }
        var clean = new StringBuilder(text.length());
        text.codePoints().map(point -> allowed(point) ? point : REPLACEMENT).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean allowed(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= ' ' && point < Character.MIN_SURROGATE)
                || (point > Character.MAX_SURROGATE && point < '\uFFFE')
                || point >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }

    /** Ends the log; the stream stays open. */
    @Override
    public void close() throws IOException {
        try {
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException broken) {
            throw new IOException(broken);
        }
    }
}
