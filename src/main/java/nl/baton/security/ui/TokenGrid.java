package nl.baton.security.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.ZoneId;
import nl.baton.base.Formats;
import nl.baton.base.ui.StateLabel;
import nl.baton.base.ui.StateLabel.State;
import nl.baton.security.ApiTokens.ApiToken;
import org.jspecify.annotations.Nullable;

/** All tokens, the newest first. */
final class TokenGrid extends Grid<ApiToken> {

    private static final long serialVersionUID = 1;

    private final transient ZoneId zone;

    TokenGrid(ZoneId zone) {
        this.zone = zone;
        addClassName("token-grid");
        addThemeVariants(GridVariant.LUMO_NO_BORDER);
        setSelectionMode(SelectionMode.SINGLE);
        addComponentColumn(this::what)
                .setHeader(getTranslation("security.tokens.name"))
                .setFlexGrow(2)
                .setWidth("190px")
                .setFrozen(true);
        addColumn(token -> String.join(", ", token.scopes().stream().sorted().toList()))
                .setHeader(getTranslation("security.tokens.scopes"))
                .setFlexGrow(2)
                .setWidth("200px");
        addColumn(token -> moment(token.createdAt(), zone))
                .setHeader(getTranslation("security.tokens.created"))
                .setFlexGrow(1)
                .setWidth("150px");
        addColumn(token -> moment(token.lastUsedAt(), zone))
                .setHeader(getTranslation("security.tokens.used"))
                .setFlexGrow(1)
                .setWidth("150px");
        addComponentColumn(this::state)
                .setHeader(getTranslation("security.tokens.state"))
                .setFlexGrow(1)
                .setWidth("140px");
    }

    private Component what(ApiToken token) {
        Div cell = new Div(new Span(token.name()));
        cell.addClassName("two-lines");
        if (token.atStartUp()) {
            Span small = new Span(getTranslation("security.tokens.start-up"));
            small.addClassName("small");
            cell.add(small);
        }
        return cell;
    }

    private String moment(@Nullable Instant at, ZoneId zone) {
        return at == null
                ? getTranslation("security.tokens.never")
                : Formats.of(getLocale()).dateTime(at, zone);
    }

    private Component state(ApiToken token) {
        return token.revokedAt() == null
                ? new Span(getTranslation("security.tokens.valid"))
                : new StateLabel(State.UNKNOWN, getTranslation("security.tokens.revoked"));
    }
}
