package nl.baton.intake.setup;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.baton.journey.JourneyType;
import nl.baton.journey.NewJourneyType;
import org.jspecify.annotations.Nullable;

/** Reads the definition of a journey type. */
final class JourneyTypeBody {

    static final Set<String> FIELDS = Set.of("name", "stages", "rhythm", "plannedPasses", "contactGap");

    private static final Set<String> STAGE = Set.of("department", "promised", "clock");
    private static final Set<String> PASS = Set.of("from", "to");
    private static final int LONGEST_CODE = 80;
    private static final int LONGEST_NAME = 120;
    private static final int MOST = 1_000;

    private final SetupBody body;
    private final Set<String> departments;

    /** @param departments the codes there are */
    JourneyTypeBody(SetupBody body, Set<String> departments) {
        this.body = body;
        this.departments = departments;
    }

    NewJourneyType read(String code) {
        String name = body.text("name");
        Duration gap = duration(body, "contactGap");
        return new NewJourneyType(
                fit("code", code, LONGEST_CODE),
                fit("name", name == null ? code : name, LONGEST_NAME),
                duration(body, "rhythm"),
                passes(),
                stages(),
                gap == null ? JourneyType.USUAL_CONTACT_GAP : gap);
    }

    private static String fit(String field, String text, int longest) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            throw new SetupRefused(field, "setup.refused.required");
        }
        if (stripped.length() > longest || stripped.chars().anyMatch(Character::isISOControl)) {
            throw new SetupRefused(field, "setup.refused.long", longest);
        }
        return stripped;
    }

    private static @Nullable Duration duration(SetupBody body, String name) {
        String text = body.text(name);
        return text == null ? null : IsoDuration.parse(body.field(name), text);
    }

    private List<NewJourneyType.PlannedPass> passes() {
        var passes = new ArrayList<NewJourneyType.PlannedPass>();
        for (SetupBody pass : few("plannedPasses", PASS)) {
            String from = department(pass, "from");
            String to = department(pass, "to");
            if (from.equals(to)) {
                throw new SetupRefused(pass.field("to"), "setup.refused.same");
            }
            passes.add(new NewJourneyType.PlannedPass(from, to));
        }
        return passes;
    }

    private List<NewJourneyType.Stage> stages() {
        var stages = new ArrayList<NewJourneyType.Stage>();
        for (SetupBody stage : few("stages", STAGE)) {
            stages.add(new NewJourneyType.Stage(
                    department(stage, "department"),
                    IsoDuration.parse(stage.field("promised"), stage.required("promised")),
                    clock(stage)));
        }
        return stages;
    }

    private List<SetupBody> few(String name, Set<String> fields) {
        List<SetupBody> parts = body.parts(name, fields);
        if (parts.size() > MOST) {
            throw new SetupRefused(name, "setup.refused.many", MOST);
        }
        return parts;
    }

    private static JourneyType.Clock clock(SetupBody stage) {
        return switch (stage.required("clock")) {
            case "BUSINESS" -> JourneyType.Clock.BUSINESS;
            case "CALENDAR" -> JourneyType.Clock.CALENDAR;
            default -> throw new SetupRefused(stage.field("clock"), "setup.refused.clock");
        };
    }

    private String department(SetupBody part, String name) {
        String code = part.required(name);
        if (!departments.contains(code)) {
            throw new SetupRefused(part.field(name), "setup.refused.department", SetupBody.shown(code));
        }
        return code;
    }
}
