package nl.baton.workspace.ui;

import com.vaadin.flow.component.Component;
import java.time.ZoneId;
import java.util.Locale;
import nl.baton.base.Formats;
import nl.baton.base.ui.Glyph;
import nl.baton.customer.CustomerCard;
import nl.baton.customer.ui.CustomerScreen;
import nl.baton.handoff.DepartmentBreaks.Side;
import nl.baton.handoff.DepartmentFeedback.Said;
import nl.baton.handoff.DepartmentPasses.End;
import nl.baton.handoff.Finding;
import nl.baton.handoff.HandoffEvidence;
import nl.baton.handoff.HandoffWords;
import nl.baton.handoff.WaitingPass;
import org.jspecify.annotations.Nullable;

/** Puts records of the workspace into the words of its lists, for one screen. */
final class RowWords {

    private final Component says;
    private final HandoffWords words;
    private final CustomerScreen screen;
    private final ZoneId zone;
    private final Locale locale;
    private final Formats formats;

    RowWords(Component says, Locale locale, HandoffWords words, CustomerScreen screen, ZoneId zone) {
        this.says = says;
        this.words = words;
        this.screen = screen;
        this.zone = zone;
        this.locale = locale;
        this.formats = Formats.of(locale);
    }

    ListedRow of(WaitingPass pass, End end) {
        HandoffEvidence evidence = pass.evidence();
        return new ListedRow(
                formats.dateTime(evidence.passedAt(), zone),
                href(evidence.customer(), evidence.journey().id()),
                name(evidence.customer()),
                about(evidence),
                end == End.RECEIVER ? evidence.from() : evidence.to(),
                pass.overdue() ? Glyph.BROKEN : "",
                age(pass),
                pass.chases() == 0 ? "" : says.getTranslation("workspace.chased", pass.chases()));
    }

    /** "3 working days, agreed was 1 working day"; overdue is said in words too. */
    private String age(WaitingPass pass) {
        HandoffEvidence evidence = pass.evidence();
        return says.getTranslation(
                pass.overdue() ? "workspace.age.overdue" : "workspace.age.in-time",
                words.wait(locale, evidence.businessWait(), evidence.receiver()),
                words.wait(locale, pass.agreed(), evidence.receiver()));
    }

    /** How long a pass waits, in the receiver's opening hours. */
    String wait(WaitingPass pass) {
        return words.wait(
                locale, pass.evidence().businessWait(), pass.evidence().receiver());
    }

    ListedRow of(HandoffEvidence evidence, long department) {
        Finding finding = evidence.findings().getFirst();
        boolean received = evidence.to().departmentId() == department;
        return new ListedRow(
                formats.dateTime(evidence.pickedUpAt() == null ? evidence.passedAt() : evidence.pickedUpAt(), zone),
                href(evidence.customer(), evidence.journey().id()),
                name(evidence.customer()),
                about(evidence),
                received ? evidence.from() : evidence.to(),
                Glyph.BROKEN,
                words.sentence(
                        locale, finding, evidence.from().name(), evidence.to().name(), evidence.receiver()),
                received
                        ? says.getTranslation(
                                "workspace.received-from", evidence.from().name())
                        : says.getTranslation(
                                "workspace.passed-to", evidence.to().name()));
    }

    ListedRow of(Said said) {
        CustomerCard customer = said.customer();
        Long journey = said.journeyId();
        String kind = says.getTranslation("feedback.kind." + said.kind().name());
        String score = said.score() == null
                ? kind
                : says.getTranslation(
                        "feedback.score", kind, said.score(), said.kind().most());
        return new ListedRow(
                formats.dateTime(said.receivedAt(), zone),
                customer == null ? "" : href(customer, journey),
                customer == null ? says.getTranslation("workspace.feedback.anonymous") : name(customer),
                score,
                null,
                "",
                said.text() != null
                        ? said.text()
                        : says.getTranslation(
                                said.withheld() ? "workspace.feedback.withheld" : "workspace.feedback.wordless"),
                says.getTranslation("feedback.status." + said.status().name())
                        + (said.owned() ? "" : ", " + says.getTranslation("workspace.feedback.unowned")));
    }

    String rule(String code) {
        return words.rule(locale, code);
    }

    String definition(String code) {
        return words.definition(locale, code);
    }

    static String listing(Side side) {
        return side == Side.BROKEN_BY_US ? "broken" : "suffered";
    }

    private static String about(HandoffEvidence evidence) {
        return (evidence.journey().typeName() + " " + evidence.journey().caseNumber()).strip();
    }

    private String name(CustomerCard customer) {
        if (customer.name() != null) {
            return customer.name();
        }
        return customer.number().isEmpty()
                ? says.getTranslation("customer.unnamed-masked")
                : says.getTranslation("customer.unnamed", customer.number());
    }

    /** Who may see evidence only, with masked names, has no profile to go to. */
    private String href(CustomerCard customer, @Nullable Long journey) {
        return customer.number().isEmpty()
                ? ""
                : screen.link("", customer.id(), journey).getElement().getAttribute("href");
    }
}
