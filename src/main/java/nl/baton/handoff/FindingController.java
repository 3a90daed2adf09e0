package nl.baton.handoff;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import nl.baton.base.ApiLanguage;
import nl.baton.base.Page;
import nl.baton.handoff.FoundFinding.Reference;
import nl.baton.handoff.FoundFinding.State;
import nl.baton.handoff.PendingList.ListedPass;
import nl.baton.journey.CaseKey;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists what the rules have found, and what nobody has picked up, through the API. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Findings", description = "Which handoffs are broken, by which rule, and what shows it")
@SecurityRequirement(name = "token")
class FindingController {

    private static final double MILLIS = 1_000;

    private final Findings findings;
    private final PendingList pending;
    private final ApiQuestions questions;
    private final RuleBook rules;
    private final HandoffWords words;

    FindingController(
            Findings findings, PendingList pending, ApiQuestions questions, RuleBook rules, HandoffWords words) {
        this.findings = findings;
        this.pending = pending;
        this.questions = questions;
        this.rules = rules;
        this.words = words;
    }

    /** A journey by one of its cases. */
    record Journey(
            String type,
            String source,
            @JsonProperty("case") String caseNumber) {

        static Journey of(CaseKey key) {
            return new Journey(key.type(), key.source(), key.caseNumber());
        }
    }

    /** What was measured, and what it was compared with. */
    record Compared(
            @Nullable Double measured,
            @Nullable Double allowed,
            @Nullable String unit,
            @Nullable String subject) {}

    /** A finding as the API gives it. */
    record Item(
            String rule,
            Journey journey,
            String from,
            String to,
            int handoffIndex,
            Instant pickedUpAt,
            State state,
            @Nullable Instant mendedAt,
            @Nullable Instant dismissedAt,
            @Nullable String reason,
            List<Reference> evidence,
            Compared compared,
            String sentence) {}

    /** A page of items; total counts all of them. */
    record Listed<T>(long total, List<T> items) {}

    @GetMapping("/findings")
    @Operation(summary = "What the rules have found between departments, the last picked up first", description = """
                    OPEN while the journey is open, no lead has said anything, and at most 30 days have gone by since the                     pick-up; after that MENDED. DISMISSED ones count in no rate. compared: times in seconds (unit                     SECONDS), a promise's due moment as seconds since 1970 (MOMENT), else a count. The sentence is in                     the language of Accept-Language. Needs the scope handoffs:read.""")
    Listed<Item> findings(
            @Parameter(description = "code of a journey type") @RequestParam(required = false) @Nullable
                    String journeyType,
            @Parameter(description = "code of a rule, such as LATE_PICKUP") @RequestParam(required = false) @Nullable
                    String rule,
            @Parameter(description = "OPEN, MENDED or DISMISSED") @RequestParam(required = false) @Nullable
                    String state,
            @Parameter(description = "from 0") @RequestParam(defaultValue = "0") int page,
            @Parameter(description = "1 to 500") @RequestParam(defaultValue = "100") int size,
            HttpServletRequest request) {
        ApiQuestions.Part part = ApiQuestions.part(page, size);
        if (rule != null && !rules.has(rule)) {
            throw ApiQuestions.bad("rule", "must be the code of a rule");
        }
        var filter = new Findings.Filter(
                questions.journeyType(journeyType),
                rule,
                state == null ? null : ApiQuestions.oneOf(State.values(), "state", state));
        Page<FoundFinding> found = findings.page(filter, part.offset(), part.limit());
        Locale language = ApiLanguage.of(request);
        return new Listed<>(
                found.total(),
                found.items().stream().map(each -> item(each, language)).toList());
    }

    private Item item(FoundFinding found, Locale language) {
        return new Item(
                found.finding().rule(),
                Journey.of(found.journey()),
                found.from().code(),
                found.to().code(),
                found.handoffIndex(),
                found.pickedUpAt(),
                found.state(),
                found.state() == State.MENDED ? found.decidedAt() : null,
                found.state() == State.DISMISSED ? found.decidedAt() : null,
                found.reason(),
                found.evidence(),
                compared(found.finding()),
                words.sentence(
                        language,
                        found.finding(),
                        found.from().name(),
                        found.to().name(),
                        found.receiver()));
    }

    private Compared compared(Finding finding) {
        Long measured = finding.evidence().measured();
        Long allowed = finding.evidence().allowed();
        String unit = words.unit(finding);
        double per = unit == null ? 1 : MILLIS;
        return new Compared(
                measured == null ? null : Double.valueOf(measured / per),
                allowed == null ? null : Double.valueOf(allowed / per),
                unit,
                finding.evidence().subject());
    }

    /** A pass that nobody has begun, as the API gives it. */
    record Waiting(
            Journey journey,
            String from,
            String to,
            Reference passing,
            Instant passedAt,
            double ageSeconds,
            Instant overdueAt,
            boolean notPickedUp,
            boolean abandoned,
            int chases,
            @Nullable String sentence) {}

    @GetMapping("/pending-passes")
    @Operation(
            summary = "What was handed over between departments and nobody has begun, the longest waiting first",
            description = """
                    notPickedUp: longer than agreed in the receiver's opening hours. abandoned: nothing has happened for                     30 days. Passes that ended because the customer cancelled are listed with state=CANCELLED only. Needs                     the scope handoffs:read.""")
    Listed<Waiting> pending(
            @Parameter(description = "code of a journey type") @RequestParam(required = false) @Nullable
                    String journeyType,
            @Parameter(description = "WAITING (all that wait), NOT_PICKED_UP, ABANDONED or CANCELLED")
                    @RequestParam(defaultValue = "WAITING")
                    String state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size,
            HttpServletRequest request) {
        ApiQuestions.Part part = ApiQuestions.part(page, size);
        var filter = new PendingList.Filter(
                questions.journeyType(journeyType), ApiQuestions.oneOf(PendingList.Which.values(), "state", state));
        Page<ListedPass> passes = pending.page(filter, part.offset(), part.limit());
        Locale language = ApiLanguage.of(request);
        return new Listed<>(
                passes.total(),
                passes.items().stream().map(pass -> waiting(pass, language)).toList());
    }

    private Waiting waiting(ListedPass pass, Locale language) {
        return new Waiting(
                Journey.of(pass.journey()),
                pass.from().code(),
                pass.to().code(),
                pass.passing(),
                pass.passedAt(),
                pass.waited().toMillis() / MILLIS,
                pass.overdueAt(),
                pass.overdue(),
                pass.abandoned(),
                pass.chases(),
                pass.overdue()
                        ? words.sentence(
                                language,
                                pass.finding(),
                                pass.from().name(),
                                pass.to().name(),
                                pass.receiver())
                        : null);
    }
}
