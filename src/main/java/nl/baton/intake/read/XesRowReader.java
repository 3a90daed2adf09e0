package nl.baton.intake.read;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxEOFException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Events of an XES log as rows, each with the attributes of the trace it stands in. */
final class XesRowReader implements RowReader {

    private static final WstxInputFactory XML = factory();

    private final InputStream in;
    private final XMLStreamReader xml;
    private final Columns columns = new Columns();
    private final Attributes trace = new Attributes("case:", columns);
    private final Attributes event = new Attributes("", columns);
    private boolean inTrace;
    private boolean eventsBegan;
    private long index;

    XesRowReader(InputStream in) throws IOException {
        this.in = in;
        try {
            xml = XML.createXMLStreamReader(in);
            openLog();
        } catch (XMLStreamException broken) {
            in.close();
            throw refusal(broken);
        } catch (IOException | RuntimeException refused) {
            in.close();
            throw refused;
        }
    }

    private static WstxInputFactory factory() {
        var factory = new WstxInputFactory();
        // A DTD can pull in the server's own files, or grow into gigabytes; no XES file needs one.
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 64);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 64);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 1 << 20);
        return factory;
    }

    private void openLog() throws XMLStreamException, RefusedFile {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.DTD) {
                throw new RefusedFile("intake.refused.dtd");
            }
        }
        if (!xml.getLocalName().equals("log")) {
            throw new RefusedFile("intake.refused.no-log", shortened(xml.getLocalName()));
        }
    }

    @Override
    public List<String> columns() {
        return columns.names();
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            while (xml.hasNext()) {
                int what = xml.next();
                if (what == XMLStreamConstants.END_ELEMENT) {
                    closeTrace();
                } else if (what == XMLStreamConstants.START_ELEMENT) {
                    Row row = open(xml.getLocalName());
                    if (row != null) {
                        return row;
                    }
                }
            }
            return null;
        } catch (XMLStreamException broken) {
            throw refusal(broken);
        }
    }

    private void closeTrace() {
        trace.clear();
        inTrace = false;
        eventsBegan = false;
    }

    private @Nullable Row open(String element) throws XMLStreamException, RefusedFile {
        if (element.equals("event")) {
            return event();
        }
        if (element.equals("trace") && !inTrace) {
            inTrace = true;
        } else if (!inTrace || !Attributes.isAttribute(element)) {
            skipElement();
        } else if (eventsBegan) {
            // The events before it are gone already, without it.
            throw new RefusedFile("intake.refused.late-attribute", line());
        } else {
            trace.read(xml);
        }
        return null;
    }

    private Row event() throws XMLStreamException, RefusedFile {
        eventsBegan = inTrace;
        event.clear();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                if (Attributes.isAttribute(xml.getLocalName())) {
                    event.read(xml);
                } else {
                    skipElement();
                }
            }
        }
        @Nullable String[] cells = new String[columns.size()];
        trace.fill(cells);
        event.fill(cells);
        return Row.ofAttributes(index++, cells, trace.rawFollowedBy(event));
    }

    private void skipElement() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int what = xml.next();
            depth += what == XMLStreamConstants.START_ELEMENT ? 1 : what == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private int line() {
        return xml.getLocation().getLineNumber();
    }

    private static String shortened(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "…" : name;
    }

    private static RefusedFile refusal(XMLStreamException broken) {
        if (broken instanceof WstxEOFException) {
            return new RefusedFile("intake.refused.cut");
        }
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException || cause instanceof java.io.CharConversionException) {
                return new RefusedFile("intake.refused.encoding");
            }
            if (cause instanceof IOException io) {
                return Packing.refusal(io);
            }
        }
        int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
        return new RefusedFile("intake.refused.xml", line);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
