package nl.baton.handoff;

import nl.baton.customer.CustomerCard;
import nl.baton.journey.JourneySummary;

/** A journey behind a share of an attribute, whose it is, and what its attribute says. */
public record AttributedJourney(JourneySummary journey, CustomerCard customer, boolean answer) {}
