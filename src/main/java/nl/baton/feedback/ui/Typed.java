package nl.baton.feedback.ui;

import java.io.Serializable;

/** What stands in the fields of an item and has not been sent. */
record Typed(String done, String told) implements Serializable {}
