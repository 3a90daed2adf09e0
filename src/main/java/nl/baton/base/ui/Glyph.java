package nl.baton.base.ui;

import com.vaadin.flow.component.Svg;
import java.util.Map;

/** A small drawing beside words, never instead of them. Strokes for things, filled shapes for states. */
public final class Glyph extends Svg {

    public static final String HOME = "home";
    public static final String CUSTOMER = "customer";
    public static final String HANDOFF = "handoff";
    public static final String DEPARTMENT = "department";
    public static final String SEGMENT = "segment";
    public static final String FEEDBACK = "feedback";
    public static final String VALUE = "value";
    public static final String SCORECARD = "scorecard";
    public static final String IMPORT = "import";
    public static final String CASES = "cases";
    public static final String JOURNEY_TYPE = "journey-type";
    public static final String FIGURES = "figures";
    public static final String USERS = "users";
    public static final String AUDIT = "audit";
    public static final String TOKEN = "token";
    public static final String SEARCH = "search";
    public static final String THEME = "theme";
    public static final String MENU = "menu";
    public static final String CHEVRON = "chevron";
    public static final String BACK = "back";
    public static final String CHECK = "check";
    public static final String PLUS = "plus";
    public static final String CLOSE = "close";
    public static final String QUESTION = "question";
    public static final String PHONE = "channel-phone";
    public static final String MAIL = "channel-mail";
    public static final String BELL = "bell";
    public static final String PROMISE = "promise";
    public static final String NOTE = "note";
    public static final String BROKEN = "broken";
    public static final String AT_RISK = "at-risk";
    public static final String FINE = "fine";
    public static final String UNKNOWN = "unknown";

    private static final Map<String, String> STROKES = Map.ofEntries(
            Map.entry(HOME, "M2.75 7.75 8 2.75l5.25 5v5.5H2.75z"),
            Map.entry(
                    CUSTOMER,
                    "M5.4 5.4a2.6 2.6 0 1 0 5.2 0 2.6 2.6 0 1 0-5.2 0M3 13.5c.5-2.5 2.4-3.8 5-3.8s4.5 1.3 5 3.8"),
            Map.entry(HANDOFF, "M1.5 5.25h6.25l2.25 2.75M6 8l2.25 2.75h6.25"),
            Map.entry(DEPARTMENT, "M2.5 13.5v-9h6v9M8.5 7.5h5v6M1.5 13.5h13"),
            Map.entry(SEGMENT, "M2.5 2.5h5v5h-5zM9.75 2.5h3.75v5H9.75zM2.5 9.75h5v3.75h-5zM9.75 9.75h3.75v3.75H9.75z"),
            Map.entry(FEEDBACK, "M2.5 3h11v8h-6L4.5 13.5V11h-2z"),
            Map.entry(VALUE, "M2.5 13.500h11M3.500 13.500v-4h2.500v4M6.750 13.500v-7h2.500v7M10 13.500V3h2.500v10.500"),
            Map.entry(SCORECARD, "M2.5 4h5M2.5 8h8M2.5 12h11"),
            Map.entry(IMPORT, "M8 2v8M5 7l3 3 3-3M2.5 10.5v3h11v-3"),
            Map.entry(
                    USERS,
                    "M3.7 5.4a2.3 2.3 0 1 0 4.6 0 2.3 2.3 0 1 0-4.6 0M1.5 13.2c.4-2.3 2.1-3.5 4.5-3.5s4.1 1.2 4.5 3.5M10.5 3.2a2.2 2.2 0 0 1 0 4.4M12 10c1.4.5 2.2 1.6 2.5 3.2"),
            Map.entry(
                    CASES,
                    "M6.4 9.6l3.2-3.2M7.2 4.4l1.3-1.3a3 3 0 0 1 4.3 4.3l-1.3 1.3M8.8 11.6l-1.3 1.3a3 3 0 0 1-4.3-4.3l1.3-1.3"),
            Map.entry(JOURNEY_TYPE, "M1.5 8h4M10.500 8h4M5.500 5.500h5v5h-5zM12.500 6l2 2-2 2"),
            Map.entry(FIGURES, "M13.2 8.6A5.25 5.25 0 1 1 11.8 4.3M12.5 1.9v2.9H9.6"),
            Map.entry(AUDIT, "M4 2.5h5.5l2.5 2.5v8.5H4zM6.25 7.5h3.5M6.25 10.25h3.5"),
            Map.entry(TOKEN, "M2.5 10.5a3 3 0 1 0 6 0 3 3 0 1 0-6 0M7.6 8.4 13.5 2.5M11 5l2.25 2.25"),
            Map.entry(
                    PHONE,
                    "M4.7 2.5h2l1 3-1.5 1.1a7.5 7.5 0 0 0 3.2 3.2L10.5 8.3l3 1v2a2 2 0 0 1-2.2 2A9.6 9.6 0 0 1 2.7 4.7a2 2 0 0 1 2-2.2z"),
            Map.entry(MAIL, "M2 3.75h12v8.5H2zM2 4.5l6 4.25 6-4.25"),
            Map.entry("channel-chat", "M2.5 3h11v7.5H7L4 13v-2.5H2.5zM5.5 6h5M5.5 8h3"),
            Map.entry("channel-app", "M5 1.75h6v12.5H5zM7.25 12h1.5"),
            Map.entry("channel-web", "M2 3h12v10H2zM2 6h12M4 4.5h.1"),
            Map.entry(
                    "channel-visit",
                    "M8 14c-3-3.3-4.5-5.6-4.5-7.5a4.5 4.5 0 0 1 9 0C12.500 8.400 11 10.700 8 14zM6.500 6.500a1.500 1.500 0 1 0 3 0 1.500 1.500 0 1 0-3 0"),
            Map.entry("channel-letter", "M3.500 2h6l3 3v9h-9zM9.500 2v3h3M5.500 8h5M5.500 10.500h5"),
            Map.entry("channel-other", "M3 8h.1M8 8h.1M13 8h.1"),
            Map.entry(PROMISE, "M4 14V2.500h8.500L10.500 6l2 3.500H4"),
            Map.entry(NOTE, "M3 2.500h10v7.500l-3.500 3.500H3zM13 10H9.500v3.500M5.500 6h5M5.500 8.500h2.500"),
            Map.entry(
                    BELL,
                    "M8 2.2a3.8 3.8 0 0 0-3.8 3.8c0 3.6-1.7 4.6-1.7 4.6h11s-1.700-1-1.700-4.600A3.800 3.800 0 0 0 8 2.200zM6.700 13.200a1.400 1.400 0 0 0 2.600 0"),
            Map.entry(SEARCH, "M2.5 7a4.5 4.5 0 1 0 9 0 4.5 4.5 0 1 0-9 0M10.4 10.4 14 14"),
            Map.entry(THEME, "M13 9.6A5.5 5.5 0 1 1 6.4 3 4.5 4.5 0 0 0 13 9.6z"),
            Map.entry(MENU, "M2.5 4.5h11M2.5 8h11M2.5 11.5h11"),
            Map.entry(CHEVRON, "m4 6 4 4 4-4"),
            Map.entry(BACK, "M10 3 5 8l5 5"),
            Map.entry(CHECK, "M3 8.5 6.5 12 13 4.5"),
            Map.entry(PLUS, "M8 3v10M3 8h10"),
            Map.entry(CLOSE, "m4 4 8 8M12 4l-8 8"),
            Map.entry(
                    QUESTION,
                    "M2 8a6 6 0 1 0 12 0A6 6 0 1 0 2 8M6.3 6.5a1.7 1.7 0 1 1 2.4 1.6c-.5.2-.7.5-.7 1.1M8 11.4v.1"));

    private static final Map<String, String> STATES = Map.of(
            BROKEN, "<path d='M5.3.5v11L.5 6zM6.7.5l4.8 5.5-4.8 5.5z'/>",
            AT_RISK, "<path d='M6 .9 11.5 11H.5z'/>",
            FINE, "<circle cx='6' cy='6' r='5.5'/><path class='tick' d='M3.4 6.2 5.3 8l3.3-4'/>",
            UNKNOWN, "<circle class='ring' cx='6' cy='6' r='4.8'/>");

    /** The drawing of that name; an unknown one is drawn as a question mark rather than not at all. */
    public Glyph(String name) {
        super(drawing(name));
        addClassNames("glyph", "glyph-" + name);
        getElement().setAttribute("aria-hidden", "true");
    }

    /** The drawing of that name as markup, for rows that are drawn in the browser. */
    public static String drawing(String name) {
        String state = STATES.get(name);
        if (state != null) {
            return "<svg viewBox='0 0 12 12'>" + state + "</svg>";
        }
        return "<svg viewBox='0 0 16 16'><path d='" + STROKES.getOrDefault(name, STROKES.get(QUESTION)) + "'/></svg>";
    }
}
