/**
 * The doors for systems that send items all day: touchpoints, and what else there is a kind of.
 */
@NullMarked
package nl.baton.intake.api;

import org.jspecify.annotations.NullMarked;
