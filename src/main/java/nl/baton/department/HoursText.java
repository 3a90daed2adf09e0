package nl.baton.department;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.baton.department.OpeningHours.Span;
import nl.baton.department.OpeningHours.Unreadable;

/** Reads opening hours as people write them: {@code Mo-Fr 08:00-18:00; Sa 10:00-12:00}. */
final class HoursText {

    private static final List<String> DAYS = List.of("mo", "tu", "we", "th", "fr", "sa", "su");
    private static final Pattern RULE = Pattern.compile("([A-Za-z,\\- ]+?)\\s+([0-9:,\\- ]+)");
    private static final Pattern SPAN = Pattern.compile("(\\d{1,2}):(\\d{2})\\s*-\\s*(\\d{1,2}):(\\d{2})");

    private HoursText() {}

    static Map<DayOfWeek, List<Span>> parse(String text) {
        var week = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        for (String part : text.split(";")) {
            if (part.isBlank()) {
                continue;
            }
            Matcher rule = RULE.matcher(part.strip());
            if (!rule.matches()) {
                throw new Unreadable(Unreadable.Fault.PART, part);
            }
            List<Span> spans = spans(rule.group(2));
            for (DayOfWeek day : days(rule.group(1))) {
                week.merge(day, spans, HoursText::joined);
            }
        }
        return week;
    }

    private static List<Span> joined(List<Span> one, List<Span> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        return disjoint(all);
    }

    /** Spans that touch or overlap become one, so that no minute counts twice. */
    private static List<Span> disjoint(List<Span> spans) {
        var sorted = new ArrayList<>(spans);
        sorted.sort((a, b) -> Integer.compare(a.from(), b.from()));
        var result = new ArrayList<Span>();
        for (Span span : sorted) {
            if (!result.isEmpty() && result.getLast().to() >= span.from()) {
                Span last = result.removeLast();
                result.add(new Span(last.from(), Math.max(last.to(), span.to())));
            } else {
                result.add(span);
            }
        }
        return List.copyOf(result);
    }

    private static List<Span> spans(String text) {
        var spans = new ArrayList<Span>();
        for (String part : text.split(",")) {
            Matcher span = SPAN.matcher(part.strip());
            if (!span.matches()) {
                throw new Unreadable(Unreadable.Fault.PART, part);
            }
            int from = minute(part, span.group(1), span.group(2));
            int to = minute(part, span.group(3), span.group(4));
            if (from >= to || to > OpeningHours.MINUTES_A_DAY) {
                throw new Unreadable(Unreadable.Fault.ORDER, part);
            }
            spans.add(new Span(from, to));
        }
        return disjoint(spans);
    }

    private static int minute(String part, String hour, String minute) {
        if (Integer.parseInt(minute) > 59) {
            throw new Unreadable(Unreadable.Fault.PART, part);
        }
        return Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
    }

    private static List<DayOfWeek> days(String text) {
        var days = new ArrayList<DayOfWeek>();
        for (String part : text.split(",")) {
            String[] ends = part.strip().toLowerCase(Locale.ROOT).split("\\s*-\\s*");
            int first = ends.length == 0 ? -1 : DAYS.indexOf(ends[0]);
            int last = ends.length == 0 ? -1 : DAYS.indexOf(ends[ends.length - 1]);
            if (first < 0 || last < 0 || ends.length > 2) {
                throw new Unreadable(Unreadable.Fault.DAY, part);
            }
            for (int day = first; ; day = (day + 1) % 7) {
                days.add(DayOfWeek.of(day + 1));
                if (day == last) {
                    break;
                }
            }
        }
        return days;
    }
}
