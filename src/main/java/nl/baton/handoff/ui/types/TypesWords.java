package nl.baton.handoff.ui.types;

import com.vaadin.flow.component.Component;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.baton.base.Formats;
import nl.baton.base.Interval;
import nl.baton.department.Department;
import nl.baton.department.OpeningHours;
import nl.baton.handoff.CourseFigures;
import nl.baton.handoff.CourseFigures.Exit;
import nl.baton.handoff.CourseFigures.Portion;
import nl.baton.handoff.CourseFigures.Share;
import nl.baton.handoff.CourseFigures.StageFigures;
import nl.baton.handoff.TypeCourses;
import nl.baton.handoff.Waits;
import nl.baton.handoff.ui.types.TypesReading.Loaded;
import nl.baton.journey.JourneyType.Clock;
import nl.baton.journey.JourneyType.Stage;
import nl.baton.journey.PromisedTime;
import org.jspecify.annotations.Nullable;

/** What the screen of journey types says. */
final class TypesWords {

    /** Fewer are too few to judge. */
    static final int TOO_FEW = 10;

    private static final Duration CALENDAR_DAY = Duration.ofDays(1);
    private static final double SECONDS_AN_HOUR = 3_600;
    private static final double SECONDS_A_MINUTE = 60;

    private final Component says;
    private final Formats formats;

    /** @param says a component whose language it is */
    TypesWords(Component says, Locale locale) {
        this.says = says;
        this.formats = Formats.of(locale);
    }

    String text(String key, Object... arguments) {
        return says.getTranslation(key, arguments);
    }

    String number(long n) {
        return formats.number(n);
    }

    /** How long a day is by the clock of a stage. */
    static Duration day(Department department, Clock clock) {
        return clock == Clock.CALENDAR ? CALENDAR_DAY : department.hours().workingDay();
    }

    private static boolean working(Department department, Clock clock) {
        return clock == Clock.BUSINESS && !department.hours().isAlways();
    }

    /** A promised time in full: "2 working days 4 hours". */
    String promised(Stage stage, Department department) {
        return time(stage.promised(), day(department, stage.clock()), working(department, stage.clock()));
    }

    /** A time by the calendar in full: "7 days". */
    String calendarTime(Duration time) {
        return time(time, CALENDAR_DAY, false);
    }

    /** A promised time in hours, as an answer to what somebody typed: "16 working hours, at 8 a day". */
    String hours(Duration time, Department department, Clock clock) {
        Duration day = day(department, clock);
        return text(
                working(department, clock) ? "types.plan.hours.working" : "types.plan.hours.calendar",
                amount(time.toSeconds(), new Unit("", SECONDS_AN_HOUR)),
                amount(day.toSeconds(), new Unit("", SECONDS_AN_HOUR)));
    }

    private String time(Duration time, Duration day, boolean working) {
        PromisedTime parts = PromisedTime.of(time, day);
        var words = new ArrayList<String>();
        add(words, parts.days(), working ? "wait.days.working" : "wait.days.calendar");
        add(words, parts.hours(), working && words.isEmpty() ? "wait.hours.working" : "wait.hours.calendar");
        add(words, parts.minutes(), "wait.minutes");
        return String.join(" ", words);
    }

    private void add(List<String> words, long n, String key) {
        if (n > 0) {
            words.add(text(key, formats.number(n), n == 1 ? 1 : 2));
        }
    }

    /** The middle of what a stage's legs used with its interval, in one unit: "12 (10–14) working hours". */
    String middle(Waits waits, Stage stage, Department department) {
        return spread(
                waits,
                department.hours().isAlways() || stage.clock() == Clock.CALENDAR
                        ? OpeningHours.always(department.hours().zone())
                        : department.hours());
    }

    /** The same of waits by the calendar. */
    String middle(Waits waits, Department department) {
        return spread(waits, OpeningHours.always(department.hours().zone()));
    }

    private String spread(Waits waits, OpeningHours clock) {
        Double middle = waits.p50();
        Double low = waits.p50Low();
        Double high = waits.p50High();
        if (middle == null || low == null || high == null) {
            return "–";
        }
        Unit unit = Unit.of(high, clock);
        String numbers = amount(middle, unit) + " (" + amount(low, unit) + "–" + amount(high, unit) + ")";
        return text(unit.key, numbers, 2);
    }

    /** What nine in ten stay within. */
    String ninety(Waits waits, Stage stage, Department department) {
        Double ninety = waits.p90();
        if (ninety == null) {
            return "–";
        }
        OpeningHours clock = stage.clock() == Clock.CALENDAR
                ? OpeningHours.always(department.hours().zone())
                : department.hours();
        Unit unit = Unit.of(ninety, clock);
        String amount = amount(ninety, unit);
        return text(unit.key, amount, amount.equals("1") ? 1 : 2);
    }

    private String amount(double seconds, Unit unit) {
        double value = seconds / unit.seconds;
        double tenths = Math.round(value * 10) / 10.0;
        return formats.number(tenths, value >= 9.95 || tenths == Math.rint(tenths) ? 0 : 1);
    }

    /** A unit that fits times up to some length. */
    private record Unit(String key, double seconds) {

        static Unit of(double longest, OpeningHours clock) {
            String kind = clock.isAlways() ? "calendar" : "working";
            double day = clock.workingDay().toSeconds();
            if (longest >= 2 * day) {
                return new Unit("wait.days." + kind, day);
            }
            return longest >= SECONDS_AN_HOUR
                    ? new Unit("wait.hours." + kind, SECONDS_AN_HOUR)
                    : new Unit("wait.minutes", SECONDS_A_MINUTE);
        }
    }

    /** "12.0 %". */
    String percent(Share share) {
        Double of = share.share();
        return of == null ? "–" : formats.percent(of, 1);
    }

    /** "41 of 340; 8.9–15.9 %". */
    String counted(Share share) {
        Interval interval = share.interval();
        return interval == null
                ? text("types.nothing")
                : text(
                        "types.counted",
                        formats.number(share.count()),
                        formats.number(share.of()),
                        formats.percentRange(interval, 1));
    }

    String percent(@Nullable Portion portion) {
        return portion == null ? "–" : formats.percent(portion.share(), 1);
    }

    String counted(@Nullable Portion portion, long journeys) {
        return portion == null
                ? text("types.nothing")
                : text(
                        "types.spent.counted",
                        formats.number(journeys),
                        formats.range(100 * portion.low(), 100 * portion.high(), 1));
    }

    /** "after Planning to Billing", "ended after Planning", "began in Billing". */
    String exit(Exit exit, List<StageFigures> stages) {
        return exit(
                exit,
                exit.after() == 0 || exit.after() > stages.size()
                        ? ""
                        : stages.get(exit.after() - 1).department().name(),
                exit.after() == stages.size());
    }

    /** The same of a type whose stages have not been counted each. */
    String exit(Exit exit, TypeCourses type, Loaded loaded) {
        int stages = type.stages().size();
        return exit(
                exit,
                exit.after() == 0 || exit.after() > stages
                        ? ""
                        : loaded.department(type.stages().get(exit.after() - 1).department())
                                .name(),
                exit.after() == stages);
    }

    private String exit(Exit exit, String after, boolean atTheEnd) {
        String key = exit.after() == 0
                ? "types.exit.before"
                : exit.to() == null ? "types.exit.ended" : atTheEnd ? "types.exit.beyond" : "types.exit.instead";
        return text(key, after, exit.to() == null ? "" : exit.to().name());
    }

    /** The sentence that the screen of one type opens with. */
    String sentence(CourseFigures figures) {
        String name = figures.type().name();
        if (figures.stages().isEmpty()) {
            return text("types.sentence.no-stages", name);
        }
        if (figures.journeys() == 0) {
            return text("types.sentence.none", name);
        }
        if (figures.journeys() < TOO_FEW) {
            return text("types.sentence.too-few", name, formats.number(figures.journeys()));
        }
        if (figures.exits().isEmpty()) {
            return text("types.sentence.all", name, formats.number(figures.journeys()));
        }
        Exit most = figures.exits().getFirst();
        return text(
                "types.sentence.some",
                name,
                formats.number(figures.follows().count()),
                formats.number(figures.journeys()),
                formats.number(most.journeys()),
                exit(most, figures.stages()),
                figures.follows().count());
    }

    /** The sentence of all types together. */
    String sentence(List<TypeCourses> types) {
        long planned = types.stream().filter(type -> !type.stages().isEmpty()).count();
        if (types.isEmpty()) {
            return text("types.sentence.no-types");
        }
        return types.stream()
                .filter(type -> type.follows() != null && type.journeys() >= TOO_FEW && type.exit() != null)
                .min((one, other) -> Double.compare(followed(one), followed(other)))
                .map(least -> text(
                        "types.sentence.least",
                        planned,
                        types.size(),
                        least.type().name(),
                        followedOf(least)))
                .orElseGet(() -> text("types.sentence.planned", planned, types.size()));
    }

    private static double followed(TypeCourses type) {
        Double share = type.follows() == null ? null : type.follows().share();
        return share == null ? 1 : share;
    }

    private String followedOf(TypeCourses type) {
        return type.follows() == null
                ? ""
                : text(
                        "types.of",
                        formats.number(type.follows().count()),
                        formats.number(type.follows().of()));
    }
}
