package nl.baton.fuzz;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import nl.baton.BatonTest;
import nl.baton.fuzz.FilesUnderFire.Line;
import nl.baton.fuzz.HostileJson.Item;
import nl.baton.fuzz.HostileJson.Wound;
import org.springframework.test.context.TestContextManager;
import org.springframework.web.context.WebApplicationContext;

/** 5,000 hostile inputs; who finds one that hurts prints the seed with which it comes again. */
class FuzzTests {

    private static ApiUnderFire api;
    private static FilesUnderFire files;

    /** For the context that all tests share, which jqwik's own engine does not know. */
    @BatonTest
    static class Shared {}

    @BeforeContainer
    static void begin() {
        api = new ApiUnderFire((WebApplicationContext)
                new TestContextManager(Shared.class).getTestContext().getApplicationContext());
        files = new FilesUnderFire();
    }

    @AfterContainer
    static void end() throws IOException {
        files.close();
    }

    @Property(tries = 1_200, shrinking = ShrinkingMode.BOUNDED)
    void no_good_item_of_an_array_is_lost(@ForAll("batches") List<Item> items) {
        api.array(items);
    }

    @Property(tries = 600, shrinking = ShrinkingMode.BOUNDED)
    void no_good_line_is_lost(@ForAll("batches") List<Item> items) {
        api.lines(items);
    }

    @Property(tries = 600, shrinking = ShrinkingMode.BOUNDED)
    void no_good_event_is_lost(@ForAll("batches") List<Item> items) {
        api.events(items);
    }

    @Property(tries = 1_400, shrinking = ShrinkingMode.BOUNDED)
    void bytes_that_are_no_items_are_refused_and_leave_nothing_behind(
            @ForAll("batches") List<Item> items, @ForAll("wounds") List<Wound> wounds, @ForAll("types") String type) {
        api.wounded(items, wounds, type);
    }

    @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED)
    void no_good_row_of_a_csv_is_lost(@ForAll("rows") List<Line> rows) {
        files.csv(rows);
    }

    @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED)
    void no_good_event_of_an_xes_is_lost(@ForAll("rows") List<Line> rows) {
        files.xes(rows);
    }

    @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED)
    void a_broken_csv_is_refused_or_read(@ForAll("rows") List<Line> rows, @ForAll("wounds") List<Wound> wounds) {
        files.woundedCsv(rows, wounds);
    }

    @Property(tries = 300, shrinking = ShrinkingMode.BOUNDED)
    void a_broken_xes_is_refused_or_read(@ForAll("rows") List<Line> rows, @ForAll("wounds") List<Wound> wounds) {
        files.woundedXes(rows, wounds);
    }

    @Provide
    Arbitrary<List<Item>> batches() {
        return HostileJson.batches();
    }

    @Provide
    Arbitrary<List<Wound>> wounds() {
        return HostileJson.wounds();
    }

    @Provide
    Arbitrary<String> types() {
        return HostileJson.types();
    }

    @Provide
    Arbitrary<List<Line>> rows() {
        return FilesUnderFire.rows();
    }
}
