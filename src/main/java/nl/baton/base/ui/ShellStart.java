package nl.baton.base.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import nl.baton.base.Language;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sets language and theme before the first paint, and answers for what fails behind a click. */
@Component
class ShellStart implements VaadinServiceInitListener {

    private static final Logger LOG = LoggerFactory.getLogger(ShellStart.class);
    private static final long serialVersionUID = 1;

    private final transient ShellUser user;

    ShellStart(ShellUser user) {
        this.user = user;
    }

    @Override
    public void serviceInit(ServiceInitEvent service) {
        service.addIndexHtmlRequestListener(this::dress);
        service.getSource().addSessionInitListener(begun -> begun.getSession().setErrorHandler(ShellStart::answer));
        service.getSource().addUIInitListener(begun -> speak(begun.getUI().getSession()));
    }

    /** The browser asked for a language first; a choice made in Baton goes before. */
    private void speak(VaadinSession session) {
        user.language().map(Language::locale).ifPresent(session::setLocale);
    }

    /** On the element itself and from the server, so that no page is first drawn in the other theme. */
    private void dress(IndexHtmlResponse page) {
        var html = page.getDocument().children().select("html").first();
        if (html == null) {
            return;
        }
        String root = page.getVaadinRequest().getContextPath();
        var base = page.getDocument().head().selectFirst("base");
        if (base != null) {
            // a relative one moves along with the address, and then links on a screen below another one lead nowhere
            base.attr("href", root + "/");
        }
        page.getDocument()
                .head()
                .appendElement("link")
                .attr("rel", "icon")
                .attr("type", "image/svg+xml")
                .attr("href", root + "/icons/baton.svg");
        user.theme().ifPresent(theme -> html.attr("theme", theme.code()));
        VaadinSession session = VaadinSession.getCurrent();
        Language language =
                user.language().orElseGet(() -> session == null ? Language.ENGLISH : Language.of(session.getLocale()));
        html.attr("lang", language.code());
    }

    private static void answer(ErrorEvent error) {
        String reference = ErrorReference.next();
        LOG.error("Failed behind a click, reference {}", reference, error.getThrowable());
        UI ui = UI.getCurrent();
        if (ui != null) {
            ui.access(() -> Notification.show(
                    ui.getTranslation("shell.error.click") + " "
                            + ui.getTranslation("shell.error.reference", reference),
                    10_000,
                    Notification.Position.BOTTOM_CENTER));
        }
    }
}
