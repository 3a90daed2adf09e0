package nl.baton.security.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import java.net.URL;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A one-time link, shown this once, to be passed on. */
final class LinkNote extends Div {

    private static final long serialVersionUID = 1;

    private final TextField link = new TextField(getTranslation("security.users.link.field"));
    private final String path;

    LinkNote(String name, String token) {
        addClassName("link-note");
        path = RouteConfiguration.forSessionScope().getUrl(WelcomeView.class, new RouteParameters("token", token));
        link.setReadOnly(true);
        link.setAutoselect(true);
        link.setValue(path);
        Button copy = new Button(getTranslation("security.users.link.copy"));
        Clipboard.onClick(copy).writeText(link);
        copy.addClickListener(click -> copy.setText(getTranslation("security.users.link.copied")));
        Paragraph text = new Paragraph(getTranslation("security.users.link.text"));
        text.addClassName("quiet");
        add(new H2(getTranslation("security.users.link.title", name)), text, link, copy);
        getElement().setAttribute("role", "status");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        if (VaadinRequest.getCurrent() instanceof VaadinServletRequest request) {
            link.setValue(ServletUriComponentsBuilder.fromContextPath(request.getHttpServletRequest())
                    .path("/" + path)
                    .toUriString());
        }
        // Behind a proxy only the browser knows by what name Baton is reached.
        attached.getUI().getPage().fetchCurrentURL(here -> link.setValue(absolute(here)));
    }

    private String absolute(URL here) {
        VaadinRequest request = VaadinRequest.getCurrent();
        String context = request == null ? "" : request.getContextPath();
        return here.getProtocol() + "://" + here.getAuthority() + context + "/" + path;
    }
}
