package nl.baton.segment.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.baton.segment.RfmCustomers.Which;
import nl.baton.value.model.RfmSegment;

/** Of which cell or segment the customers are shown, as it stands in the address. */
final class RfmState {

    private static final String CELL = "cell";
    private static final String SEGMENT = "rfm";
    private static final Pattern SCORES = Pattern.compile("([1-5])-([1-5])");

    private RfmState() {}

    static Optional<Which> of(QueryParameters query) {
        Optional<Which> cell = query.getSingleParameter(CELL)
                .map(SCORES::matcher)
                .filter(Matcher::matches)
                .map(scores -> new Which.OfCell(Integer.parseInt(scores.group(1)), Integer.parseInt(scores.group(2))));
        return cell.or(() -> query.getSingleParameter(SEGMENT)
                .flatMap(code -> Arrays.stream(RfmSegment.values())
                        .filter(segment -> code(segment).equals(code))
                        .findFirst())
                .map(Which.OfSegment::new));
    }

    static QueryParameters query(Which which) {
        return switch (which) {
            case Which.OfCell cell -> QueryParameters.simple(Map.of(CELL, cell.recency() + "-" + cell.both()));
            case Which.OfSegment of -> QueryParameters.simple(Map.of(SEGMENT, code(of.segment())));
        };
    }

    static String code(RfmSegment segment) {
        return segment.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
