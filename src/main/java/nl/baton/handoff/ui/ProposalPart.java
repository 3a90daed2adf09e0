package nl.baton.handoff.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;
import nl.baton.handoff.Pact;
import org.jspecify.annotations.Nullable;

/** A proposal that one of the two has still to sign, with what the asker may do with it. */
final class ProposalPart extends Div {

    private static final long serialVersionUID = 1;

    /** @param own the department that the asker leads; null for who only reads */
    ProposalPart(
            Pact pact,
            PactWords words,
            @Nullable Long own,
            SerializableConsumer<Pact> sign,
            SerializableConsumer<Pact> withdraw) {
        addClassName("pact-proposal");
        add(new Paragraph(words.text(
                "pact.proposal",
                pact.proposedBy(),
                words.day(pact.proposedAt()),
                words.terms(pact.terms()),
                words.day(pact.since()))));
        for (String signature : words.signatures(pact)) {
            Paragraph line = new Paragraph(signature);
            line.addClassNames("quiet", "small");
            add(line);
        }
        if (own == null) {
            return;
        }
        boolean signed = (own == pact.fromDepartment() ? pact.signedFrom() : pact.signedTo()) != null;
        Div actions = new Div();
        actions.addClassName("actions");
        if (!signed) {
            Button yes = new Button(words.text("pact.sign"), click -> sign.accept(pact));
            yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            yes.setDisableOnClick(true);
            actions.add(yes);
        }
        Button no = new Button(words.text(signed ? "pact.withdraw" : "pact.decline"), click -> withdraw.accept(pact));
        no.setDisableOnClick(true);
        actions.add(no);
        add(actions);
    }
}
