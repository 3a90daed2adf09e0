package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Objects;
import nl.baton.base.Background;
import nl.baton.base.ui.LiveNews;
import nl.baton.base.ui.LiveNote;
import nl.baton.base.ui.Tile;
import nl.baton.handoff.Grain;
import nl.baton.handoff.LaneAgreement.Observed;
import nl.baton.handoff.LaneFigures;
import nl.baton.handoff.LaneFilter;
import nl.baton.handoff.Pact;
import nl.baton.handoff.PactRefused;
import nl.baton.handoff.ui.AgreementReading.Agreement;
import nl.baton.handoff.ui.HeatMap.Ends;
import org.jspecify.annotations.Nullable;

/**
 * What the two departments of a lane agreed, how it is kept, and the way to agree anew. What a colleague does with it
 * meanwhile is shown in place; what is being typed stays.
 */
final class AgreementPanel extends Section {

    private static final long serialVersionUID = 1;

    private transient LaneFigures lane;
    private final transient LaneFilter filter;
    private final transient HandoffsState state;
    private final boolean leadsToRecords;
    private final transient AgreementReading reading;
    private final Div standing = new Div();
    private final Tile<Observed> observed;
    private final Div form = new Div();
    private final Paragraph note = new Paragraph();
    private final Details history = new Details();
    private transient @Nullable Agreement shown;

    AgreementPanel(
            LaneFigures lane,
            LaneFilter filter,
            HandoffsState state,
            boolean leadsToRecords,
            AgreementReading reading,
            Background background,
            LiveNews news) {
        this.lane = lane;
        this.filter = filter;
        this.state = state;
        this.leadsToRecords = leadsToRecords;
        this.reading = reading;
        this.observed = new Tile<>(background, () -> reading.observed(filter, this.lane), this::table);
        addClassName("agreement");
        add(new H3(getTranslation("pact.title")));
        if (filter.grain() == Grain.TEAM) {
            add(ofDepartments());
            return;
        }
        note.addClassName("panel-note");
        note.getElement().setAttribute("role", "status");
        standing.addClassName("standing");
        history.setSummaryText(getTranslation("pact.history"));
        Paragraph definition = new Paragraph(getTranslation("pact.definition"));
        definition.addClassNames("quiet", "small");
        Div left = new Div(standing, note, form, history);
        Div right = new Div(observed, definition);
        Div halves = new Div(left, right);
        halves.addClassName("halves");
        // whatever moves or not: a signature need not move any figure
        add(halves, new LiveNote<>(news, background, heard -> true, this::read, this::show).wordless());
        show(read());
    }

    /** Teams have no agreements of their own. */
    private Component ofDepartments() {
        boolean within = lane.from().departmentId() == lane.to().departmentId();
        Paragraph says = new Paragraph(getTranslation(within ? "pact.teams.within" : "pact.teams"));
        if (!within) {
            RouterLink link = new RouterLink(getTranslation("pact.teams.link"), HandoffsView.class);
            link.setQueryParameters(state.withGrain(Grain.DEPARTMENT)
                    .withLane(new Ends(lane.from().departmentId(), lane.to().departmentId()))
                    .query());
            says.add(" ");
            says.add(link);
        }
        return says;
    }

    /** Takes the lane's fresh figures; what was observed follows. */
    void update(LaneFigures fresh) {
        boolean moved = !fresh.equals(lane);
        lane = fresh;
        if (moved && filter.grain() == Grain.DEPARTMENT) {
            note.setText("");
            observed.reload();
        }
    }

    private Agreement read() {
        return reading.agreement(lane.from().departmentId(), lane.to().departmentId());
    }

    private Component table(Observed found) {
        Agreement now = Objects.requireNonNull(shown);
        return new AgreementTable(now.asked(), found, state, leadsToRecords);
    }

    private PactWords words() {
        return new PactWords(this, getLocale(), lane, reading.zone());
    }

    private void show(Agreement now) {
        Agreement before = shown;
        if (now.equals(before)) {
            return;
        }
        shown = now;
        PactWords words = words();
        standing.removeAll();
        standing.add(inForce(now, words));
        now.toCome().forEach(pact -> standing.add(toCome(pact, words)));
        Pact proposal = now.proposal();
        if (proposal != null) {
            standing.add(new ProposalPart(proposal, words, now.own(), this::sign, this::withdraw));
        }
        if (now.own() != null && form.getChildren().findAny().isEmpty()) {
            standing.add(proposing(now));
        }
        history(now, words);
        if (before != null && !before.asked().equals(now.asked())) {
            observed.reload();
        }
    }

    private static Component inForce(Agreement now, PactWords words) {
        Pact pact = now.inForce();
        if (pact == null) {
            return new Paragraph(
                    words.text("pact.nothing", words.time(now.asked().pickUp())));
        }
        Div says =
                new Div(new Paragraph(words.text("pact.in-force", words.day(pact.since()), words.terms(pact.terms()))));
        words.signatures(pact).forEach(signature -> says.add(quiet(signature)));
        return says;
    }

    private static Component toCome(Pact pact, PactWords words) {
        Div says =
                new Div(new Paragraph(words.text("pact.to-come", words.day(pact.since()), words.terms(pact.terms()))));
        words.signatures(pact).forEach(signature -> says.add(quiet(signature)));
        return says;
    }

    private static Paragraph quiet(String text) {
        Paragraph quiet = new Paragraph(text);
        quiet.addClassNames("quiet", "small");
        return quiet;
    }

    private Button proposing(Agreement now) {
        String key = now.inForce() == null && now.proposal() == null ? "pact.propose" : "pact.propose.other";
        return new Button(getTranslation(key), click -> openForm());
    }

    private void openForm() {
        Agreement now = Objects.requireNonNull(shown);
        note.setText("");
        PactForm fields = new PactForm(
                lane,
                now.former(),
                now.proposal() != null,
                reading,
                () -> closeForm("pact.proposed"),
                () -> closeForm(null));
        form.removeAll();
        form.add(fields);
        fields.focus();
        redraw();
    }

    private void closeForm(@Nullable String said) {
        form.removeAll();
        note.setText(said == null ? "" : getTranslation(said));
        redraw();
    }

    /** As it stands now, whatever was shown. */
    private void redraw() {
        Agreement fresh = read();
        Agreement before = shown;
        shown = null;
        show(fresh);
        if (before != null && !before.asked().equals(fresh.asked())) {
            observed.reload();
        }
    }

    private void sign(Pact pact) {
        act(() -> reading.pacts().sign(pact.id()), "pact.signed.note");
    }

    private void withdraw(Pact pact) {
        act(() -> reading.pacts().withdraw(pact.id()), "pact.withdrawn.note");
    }

    private void act(Runnable action, String said) {
        try {
            action.run();
            note.setText(getTranslation(said));
            note.removeClassName("wrong");
        } catch (PactRefused refused) {
            note.setText(getTranslation(refused.reason().key()));
            note.addClassName("wrong");
        }
        redraw();
    }

    private void history(Agreement now, PactWords words) {
        List<Pact> versions = now.versions();
        history.setVisible(!versions.isEmpty());
        UnorderedList list = new UnorderedList();
        list.addClassName("pact-history");
        for (Pact pact : versions) {
            ListItem item = new ListItem(new Paragraph(words.version(pact)), quiet(words.terms(pact.terms())));
            if (pact.state() != Pact.State.WITHDRAWN) {
                words.signatures(pact).forEach(signature -> item.add(quiet(signature)));
            }
            list.add(item);
        }
        history.removeAll();
        history.add(list);
    }
}
