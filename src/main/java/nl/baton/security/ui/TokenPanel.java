package nl.baton.security.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.time.Instant;
import java.time.ZoneId;
import nl.baton.base.Formats;
import nl.baton.base.ui.Glyph;
import nl.baton.security.ApiScope;
import nl.baton.security.ApiTokens;
import nl.baton.security.ApiTokens.ApiToken;
import nl.baton.security.Reason;
import nl.baton.security.Refused;
import org.jspecify.annotations.Nullable;

/** One token beside the list: to make, to look at, to revoke. */
final class TokenPanel extends Section {

    private static final long serialVersionUID = 1;

    private final transient ApiTokens tokens;
    private final Runnable changed;
    private final TextField name = new TextField(getTranslation("security.tokens.name"));
    private final CheckboxGroup<ApiScope> scopes = new CheckboxGroup<>(getTranslation("security.tokens.scopes"));

    private TokenPanel(ApiTokens tokens, String title, Runnable changed, Runnable closed) {
        this.tokens = tokens;
        this.changed = changed;
        NativeButton close = new NativeButton("", click -> closed.run());
        close.add(new Glyph(Glyph.CLOSE));
        close.addClassName("tool");
        close.setAriaLabel(getTranslation("security.tokens.close"));
        Div head = new Div(new H2(title), close);
        head.addClassName("panel-head");
        addClassName("panel");
        setAriaLabel(title);
        add(head);
    }

    static TokenPanel adding(ApiTokens tokens, Runnable changed, Runnable closed, String title) {
        TokenPanel panel = new TokenPanel(tokens, title, changed, closed);
        panel.name.setHelperText(panel.getTranslation("security.tokens.name.help"));
        panel.scopes.setItems(ApiScope.values());
        panel.scopes.setRenderer(new ComponentRenderer<>(panel::scopeLine));
        Div form = new Div(panel.name, panel.scopes);
        form.addClassName("side-form");
        Button make = new Button(panel.getTranslation("security.tokens.add"), click -> panel.make());
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        panel.add(form, actions(make));
        return panel;
    }

    static TokenPanel of(ApiTokens tokens, ApiToken token, ZoneId zone, Runnable changed, Runnable closed) {
        TokenPanel panel = new TokenPanel(tokens, token.name(), changed, closed);
        panel.add(panel.facts(token, zone));
        if (token.atStartUp()) {
            panel.add(panel.quiet("security.tokens.start-up.text"));
        }
        panel.add(panel.quiet("security.tokens.hash"));
        if (token.revokedAt() == null) {
            panel.add(actions(
                    new Button(panel.getTranslation("security.tokens.revoke"), click -> panel.confirmRevoking(token))));
        }
        return panel;
    }

    private static Div actions(Component first) {
        Div actions = new Div(first);
        actions.addClassName("actions");
        return actions;
    }

    private Paragraph quiet(String key) {
        Paragraph text = new Paragraph(getTranslation(key));
        text.addClassName("quiet");
        return text;
    }

    private Component scopeLine(ApiScope scope) {
        Span may = new Span(ScopeWords.may(this, scope));
        may.addClassName("small");
        Div line = new Div(new Span(scope.code()), may);
        line.addClassName("two-lines");
        return line;
    }

    private DescriptionList facts(ApiToken token, ZoneId zone) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("token-facts");
        fact(
                facts,
                "security.tokens.scopes",
                String.join(", ", token.scopes().stream().sorted().toList()));
        fact(facts, "security.tokens.created", moment(token.createdAt(), zone));
        fact(facts, "security.tokens.used", moment(token.lastUsedAt(), zone));
        Instant revoked = token.revokedAt();
        if (revoked != null) {
            fact(facts, "security.tokens.revoked", moment(revoked, zone));
        }
        return facts;
    }

    private void fact(DescriptionList facts, String key, String value) {
        facts.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
    }

    private String moment(@Nullable Instant at, ZoneId zone) {
        return at == null
                ? getTranslation("security.tokens.never")
                : Formats.of(getLocale()).dateTime(at, zone);
    }

    private void make() {
        name.setInvalid(false);
        scopes.setInvalid(false);
        try {
            ApiTokens.Issued issued = tokens.issue(name.getValue(), scopes.getValue());
            showSecret(name.getValue().strip(), issued.secret());
            changed.run();
        } catch (Refused refused) {
            String why = getTranslation(refused.reason().key());
            if (refused.reason() == Reason.TOKEN_SCOPES_EMPTY) {
                scopes.setErrorMessage(why);
                scopes.setInvalid(true);
            } else {
                name.setErrorMessage(why);
                name.setInvalid(true);
            }
        }
    }

    /** Only the note stays beside the heading: the secret is shown once, and nothing else asks for attention. */
    private void showSecret(String name, String secret) {
        getChildren().filter(child -> !child.hasClassName("panel-head")).forEach(child -> child.setVisible(false));
        add(new SecretNote(name, secret));
    }

    private void confirmRevoking(ApiToken token) {
        ConfirmDialog dialog = new ConfirmDialog(
                getTranslation("security.tokens.revoke") + ": " + token.name(),
                getTranslation("security.tokens.revoke.confirm"),
                getTranslation("security.tokens.revoke"),
                event -> {
                    tokens.revoke(token.id());
                    changed.run();
                });
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("security.tokens.cancel"));
        dialog.open();
    }
}
