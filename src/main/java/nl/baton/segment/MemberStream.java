package nl.baton.segment;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes the members of a segment as one JSON object, one by one, however many there are. Where it breaks off, the object
 * stays open, so that nobody takes a part for all.
 */
final class MemberStream implements SegmentReports.Destination {

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final Answer answer;
    private final long segment;
    private @Nullable JsonGenerator json;

    /** Where it goes, once there is anything to write. */
    interface Answer {
        OutputStream open() throws IOException;
    }

    MemberStream(long segment, Answer answer) {
        this.segment = segment;
        this.answer = answer;
    }

    @Override
    public void open(String name, LocalDate day, long total) throws IOException {
        JsonGenerator opened = JSON.createGenerator(ObjectWriteContext.empty(), answer.open(), JsonEncoding.UTF8);
        opened.writeStartObject();
        opened.writeNumberProperty("segment", segment);
        opened.writeStringProperty("name", name);
        opened.writeStringProperty("day", day.toString());
        opened.writeNumberProperty("total", total);
        opened.writeArrayPropertyStart("members");
        json = opened;
    }

    @Override
    public void member(SegmentReports.Member member) {
        JsonGenerator opened = opened();
        opened.writeStartObject();
        opened.writeStringProperty("source", member.source());
        opened.writeStringProperty("externalId", member.externalId());
        opened.writeStringProperty("tier", member.tier());
        opened.writeStringProperty("stage", member.stage());
        opened.writeEndObject();
    }

    /** All have been written. */
    void end() {
        JsonGenerator opened = opened();
        opened.writeEndArray();
        opened.writeEndObject();
        opened.close();
    }

    private JsonGenerator opened() {
        if (json == null) {
            throw new IllegalStateException("nothing has been opened");
        }
        return json;
    }
}
