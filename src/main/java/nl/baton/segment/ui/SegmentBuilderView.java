package nl.baton.segment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import jakarta.annotation.security.RolesAllowed;

/** Stand-in. */
@Route("segments/new")
@RouteAlias("segments/:segment([0-9]{1,18})/edit")
@RolesAllowed("MARKETER")
public class SegmentBuilderView extends Div {}
