package nl.baton.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.List;
import nl.baton.base.BatonProperties;
import nl.baton.base.ui.EmptyState;
import nl.baton.base.ui.Glyph;
import nl.baton.base.ui.ScreenHead;
import nl.baton.security.ApiTokens;
import nl.baton.security.ApiTokens.ApiToken;

/** The tokens with which other systems use the API. The one chosen stands in the URL. */
@Route("tokens/:token?")
@PageTitle("security.tokens.menu")
@Menu(title = "security.tokens.menu", order = 82, icon = Glyph.TOKEN)
@RolesAllowed("ADMIN")
public class TokensView extends MasterDetailLayout implements BeforeEnterObserver {

    private static final long serialVersionUID = 1;
    private static final String NEW = "new";

    private final transient ApiTokens tokens;
    private final transient ZoneId zone;
    private final TokenGrid grid;
    private final ScreenHead head;
    private List<ApiToken> all = List.of();
    private String shown = "";

    TokensView(ApiTokens tokens, BatonProperties properties) {
        this.tokens = tokens;
        this.zone = properties.zone();
        Button add = new Button(getTranslation("security.tokens.add"), click -> go(NEW));
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div tools = new Div(add);
        tools.addClassName("head-tools");
        head = new ScreenHead("", tools);
        grid = new TokenGrid(zone);
        grid.setEmptyStateComponent(
                new EmptyState(getTranslation("security.tokens.empty"), getTranslation("security.tokens.empty.next")));
        // by a callback: new items on the way of a click would be unknown to what follows the click
        grid.setItems(query -> all.stream().skip(query.getOffset()).limit(query.getLimit()), query -> all.size());
        grid.addItemClickListener(click -> go(Long.toString(click.getItem().id())));
        // The keyboard's way to the same: Enter or Space selects a row.
        grid.addSelectionListener(selected -> selected.getFirstSelectedItem()
                .filter(token -> selected.isFromClient())
                .ifPresent(token -> go(Long.toString(token.id()))));
        Div list = new Div(head, grid);
        list.addClassName("list");
        addClassName("list-and-panel");
        setMaster(list);
        setMasterSize("560px", true);
        setDetailSize("400px");
        addDetailEscapePressListener(escape -> go(""));
        addBackdropClickListener(click -> go(""));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        shown = event.getRouteParameters().get("token").orElse("");
        refresh();
        if (shown.equals(NEW)) {
            setDetail(TokenPanel.adding(tokens, this::refresh, () -> go(""), getTranslation("security.tokens.new")));
        } else {
            showToken();
        }
    }

    private void showToken() {
        tokens.list().stream()
                .filter(token -> shown.equals(Long.toString(token.id())))
                .findFirst()
                .ifPresentOrElse(
                        token -> {
                            grid.select(token);
                            setDetail(TokenPanel.of(tokens, token, zone, this::changed, () -> go("")));
                        },
                        () -> {
                            grid.deselectAll();
                            setDetail(null);
                        });
    }

    private void changed() {
        refresh();
        showToken();
    }

    private void refresh() {
        all = tokens.list();
        long valid = all.stream().filter(token -> token.revokedAt() == null).count();
        head.setSentence(getTranslation("security.tokens.sentence", valid));
        grid.getDataProvider().refreshAll();
    }

    private void go(String token) {
        RouteParameters parameters = token.isEmpty() ? RouteParameters.empty() : new RouteParameters("token", token);
        getUI().ifPresent(ui -> ui.navigate(TokensView.class, parameters));
    }
}
