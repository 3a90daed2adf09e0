package nl.baton.handoff;

import java.util.List;
import nl.baton.base.Period;
import nl.baton.handoff.AttributePicture.Step;
import nl.baton.handoff.CourseFigures.Exit;
import nl.baton.handoff.CourseFigures.StageFigures;
import nl.baton.handoff.CourseList.Kind;
import nl.baton.handoff.DepartmentBreaks.Asked;
import nl.baton.handoff.DepartmentBreaks.Line;
import nl.baton.handoff.DepartmentBreaks.Side;
import nl.baton.handoff.DepartmentPasses.End;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * Goes through the counts beside those of the handoffs screen: of journey types, of attributes of journeys, and of a
 * department's workspace. Each is compared with the list behind it.
 */
public final class EveryOtherCount {

    private final JourneyCourses courses;
    private final AttributeShares shares;
    private final DepartmentPasses passes;
    private final DepartmentBreaks breaks;
    private final DepartmentFeedback feedback;
    private final CountedRows rows = new CountedRows();

    public EveryOtherCount(ApplicationContext baton) {
        this.courses = baton.getBean(JourneyCourses.class);
        this.shares = baton.getBean(AttributeShares.class);
        this.passes = baton.getBean(DepartmentPasses.class);
        this.breaks = baton.getBean(DepartmentBreaks.class);
        this.feedback = baton.getBean(DepartmentFeedback.class);
    }

    /** How many counts were compared. */
    public long counts() {
        return rows.counts();
    }

    /** Where a figure, the length of its list, and the rows that it holds are not the same. */
    public List<String> differences() {
        return rows.differences();
    }

    /** The journey map of every type. */
    public void types(@Nullable Period period, boolean own) {
        for (TypeCourses type : courses.overview(period, own)) {
            var filter = new CourseFilter(type.type().id(), period, own);
            CourseFigures figures = courses.figures(filter).orElseThrow();
            compare(filter, Kind.ALL, type.journeys());
            compare(filter, Kind.OPEN, type.open());
            compare(filter, Kind.ALL, figures.journeys());
            compare(filter, Kind.OPEN, figures.open());
            compare(filter, Kind.NO_LEG, figures.withoutDepartment());
            compare(filter, Kind.ASKED, figures.spent().asked());
            if (!figures.stages().isEmpty()) {
                compare(filter, Kind.FOLLOW, figures.follows().count());
                compare(
                        filter,
                        Kind.LEAVE,
                        figures.follows().of() - figures.follows().count());
            }
            figures.stages().forEach(stage -> stage(filter, stage));
            figures.exits().forEach(exit -> exit(filter, exit));
        }
    }

    private void stage(CourseFilter filter, StageFigures stage) {
        compare(filter, CourseList.of(Kind.REACHED, stage.place()), stage.reached());
        compare(filter, CourseList.of(Kind.AT, stage.place()), stage.here());
        compare(
                filter,
                CourseList.of(Kind.ENDED, stage.place()),
                stage.overran().of());
        compare(
                filter,
                CourseList.of(Kind.OVERRAN, stage.place()),
                stage.overran().count());
        stage.exits().forEach(exit -> exit(filter, exit));
    }

    private void exit(CourseFilter filter, Exit exit) {
        compare(
                filter,
                exit.to() == null
                        ? CourseList.of(Kind.STOPPED, exit.after())
                        : new CourseList(Kind.LEFT, exit.after(), exit.to().id()),
                exit.journeys());
    }

    private void compare(CourseFilter filter, Kind kind, long counted) {
        compare(filter, CourseList.of(kind), counted);
    }

    private void compare(CourseFilter filter, CourseList list, long counted) {
        rows.compare(
                filter + ", " + list.code(),
                counted,
                (offset, limit) -> courses.journeys(filter, list, offset, limit),
                row -> row.journey().id());
    }

    /** Every yes and no of every attribute, by how often journeys were handed over. */
    public void attributes() {
        for (var type : shares.choices()) {
            for (String attribute : type.attributes()) {
                for (Step step : shares.picture(type.type().id(), attribute)
                        .orElseThrow()
                        .steps()) {
                    attribute(type.type().id(), attribute, step.band(), null, step.journeys());
                    attribute(type.type().id(), attribute, step.band(), true, step.yes());
                    attribute(type.type().id(), attribute, step.band(), false, step.no());
                }
            }
        }
    }

    private void attribute(long type, String name, HandoffBand band, @Nullable Boolean answer, long counted) {
        rows.compare(
                "type %d, %s, %s, %s".formatted(type, name, band, answer),
                counted,
                (offset, limit) -> shares.journeys(type, name, band, answer, offset, limit),
                row -> row.journey().id());
    }

    /** What a department's own people see of it. */
    public void workspace(long department, Period period) {
        for (End end : End.values()) {
            var waiting = passes.waiting(department, end, 5);
            for (boolean overdue : new boolean[] {false, true}) {
                rows.compare(
                        "department %d, waiting at the %s, overdue only: %s".formatted(department, end, overdue),
                        overdue ? waiting.overdue() : waiting.total(),
                        (offset, limit) -> passes.page(department, end, overdue, offset, limit),
                        row -> EveryCount.identity(row.evidence()));
            }
        }
        for (Side side : Side.values()) {
            breaks.byRule(department, side, period).forEach(line -> breakdowns(department, side, period, line));
            breaks.byLane(department, side, period).forEach(line -> breakdowns(department, side, period, line));
        }
        rows.compare(
                "department %d, feedback".formatted(department),
                feedback.counts(department, period).listed(),
                (offset, limit) -> feedback.page(department, period, offset, limit),
                row -> row);
    }

    private void breakdowns(long department, Side side, Period period, Line line) {
        Long lane = line.lane() == null ? null : Long.valueOf(line.lane().laneId());
        rows.compare(
                "department %d, %s, %s".formatted(department, side, line),
                line.rate().broken(),
                (offset, limit) -> breaks.page(new Asked(department, side, period, line.rule(), lane), offset, limit),
                EveryCount::identity);
    }
}
