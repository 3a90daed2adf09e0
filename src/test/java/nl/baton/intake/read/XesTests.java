package nl.baton.intake.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XesTests {

    @TempDir
    private Path folder;

    @Test
    void an_event_has_its_own_attributes_and_its_traces() throws IOException {
        var log = read("""
                <?xml version="1.0" encoding="UTF-8"?>
                <log xmlns="http://www.xes-standard.org/">
                  <global scope="event"><string key="org:group" value="UNKNOWN"/></global>
                  <string key="concept:name" value="the log's own name"/>
                  <trace>
                    <string key="concept:name" value="C1"/>
                    <event><string key="concept:name" value="A"/><int key="cost" value="5"/></event>
                    <event><string key="org:group" value="Sales"/></event>
                  </trace>
                  <trace><event><string key="concept:name" value="B"/></event></trace>
                </log>
                """);
        assertThat(log.columns).containsExactly("case:concept:name", "concept:name", "cost", "org:group");
        assertThat(log.cells).containsExactly("C1,A,5,null", "C1,null,null,Sales", "null,B,null,null");
        assertThat(log.raw.get(0)).containsExactly("case:concept:name", "C1", "concept:name", "A", "cost", "5");
    }

    @Test
    void nested_attributes_are_columns_and_lists_are_none() throws IOException {
        var log = read("""
                <log><event>
                  <string key="product" value="P"><string key="line" value="L"/></string>
                  <list key="seen"><values><string key="by" value="X"/><string key="by" value="Y"/></values></list>
                </event></log>
                """);
        assertThat(log.columns).containsExactly("product", "product:line");
        assertThat(log.raw.getFirst()).containsSequence("seen:by", "X", "seen:by", "Y");
    }

    @Test
    void an_event_outside_any_trace_is_a_row() throws IOException {
        var log = read("<log><event><string key=\"a\" value=\"1\"/></event></log>");
        assertThat(log.cells).containsExactly("1");
    }

    @Test
    void external_entities_are_refused_and_not_read() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        assertRefused("""
                <?xml version="1.0"?>
                <!DOCTYPE log [<!ENTITY x SYSTEM "%s">]>
                <log><trace><event><string key="a" value="1"/></event></trace>&x;</log>
                """.formatted(secret.toUri()), "intake.refused.dtd");
        assertRefused("<!DOCTYPE log SYSTEM \"http://127.0.0.1:9/x.dtd\"><log/>", "intake.refused.dtd");
    }

    @Test
    void a_billion_laughs_are_refused() throws IOException {
        assertRefused("""
                <!DOCTYPE log [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>
                <log><event><string key="a" value="&c;"/></event></log>
                """, "intake.refused.dtd");
    }

    @Test
    void a_log_cut_in_the_middle_is_refused() throws IOException {
        assertRefused("<log><trace><event><string key=\"a\" value=\"1\"/></event>", "intake.refused.cut");
        assertRefused("<log><trace><event><string key=\"a\" val", "intake.refused.cut");
    }

    @Test
    void other_xml_and_broken_xml_are_refused() throws IOException {
        assertRefused("<html><body>Not found</body></html>", "intake.refused.no-log");
        assertRefused("<log><trace></event></log>", "intake.refused.xml");
        assertRefused("<log><event><string value=\"1\"/></event></log>", "intake.refused.xml");
        assertRefused("<log>" + "<event><container key=\"a\">".repeat(500), "intake.refused.xml");
    }

    @Test
    void an_attribute_of_a_trace_that_comes_after_its_events_is_refused_since_they_would_lack_it() throws IOException {
        assertRefused(
                "<log><trace><event/><string key=\"concept:name\" value=\"C\"/></trace></log>",
                "intake.refused.late-attribute");
    }

    private record Read(List<String> columns, List<String> cells, List<List<String>> raw) {}

    private Read read(String xml) throws IOException {
        Path file = Files.writeString(Files.createTempFile(folder, "log", ".xes"), xml, UTF_8);
        var rows = new ArrayList<Row>();
        try (RowReader reader = LogFile.recognise(file).open()) {
            for (Row row = reader.next(); row != null; row = reader.next()) {
                rows.add(row);
            }
            List<String> columns = List.copyOf(reader.columns());
            List<String> cells =
                    rows.stream().map(row -> cells(row, columns.size())).toList();
            return new Read(columns, cells, rows.stream().map(Row::raw).toList());
        }
    }

    private static String cells(Row row, int columns) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < columns; i++) {
            cells.add(String.valueOf(row.cell(i)));
        }
        return String.join(",", cells);
    }

    private void assertRefused(String xml, String key) {
        assertThatThrownBy(() -> read(xml))
                .isInstanceOfSatisfying(
                        RefusedFile.class,
                        refused -> assertThat(refused.reason().key()).isEqualTo(key));
    }
}
