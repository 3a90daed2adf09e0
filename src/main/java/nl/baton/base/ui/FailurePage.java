package nl.baton.base.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A screen could not be built; the reference leads to the cause in the log. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
public class FailurePage extends ErrorPage implements HasErrorParameter<Exception> {

    private static final Logger LOG = LoggerFactory.getLogger(FailurePage.class);
    private static final long serialVersionUID = 1;

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
        String reference = ErrorReference.next();
        // the first part only: what follows may be a customer's id, or a secret
        LOG.error(
                "No screen at {}, reference {}",
                event.getLocation().getFirstSegment(),
                reference,
                error.getException());
        Paragraph mention = new Paragraph(getTranslation("shell.error.reference", reference));
        mention.addClassName("quiet");
        say("shell.error.failure", mention);
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
