package nl.baton.intake;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import nl.baton.intake.read.Row;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What imports keep as JSON: lists of texts, and rows as they stood in their file. */
final class StoredJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private StoredJson() {}

    static String ofTexts(List<String> texts) {
        return JSON.writeValueAsString(texts);
    }

    static List<String> texts(String json) {
        var texts = new ArrayList<String>();
        JSON.readTree(json).forEach(item -> texts.add(item.asString()));
        return texts;
    }

    /** A list of cells; of an XES event an object, in which a key stands as often as in the event. */
    static String ofRow(Row row) {
        var out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            List<String> raw = row.raw();
            if (row.keyed()) {
                json.writeStartObject();
                for (int i = 0; i + 1 < raw.size(); i += 2) {
                    json.writeStringProperty(raw.get(i), raw.get(i + 1));
                }
                json.writeEndObject();
            } else {
                json.writeStartArray();
                raw.forEach(json::writeString);
                json.writeEndArray();
            }
        }
        return out.toString();
    }

    /** The cells of a row by column, as far as they have a place among the columns. */
    static List<String> cells(String row, List<String> columns) {
        JsonNode node = JSON.readTree(row);
        var cells = new ArrayList<String>();
        for (int i = 0; i < columns.size(); i++) {
            JsonNode cell = node.isObject() ? node.path(columns.get(i)) : node.path(i);
            cells.add(cell.isString() ? cell.asString() : "");
        }
        return cells;
    }
}
