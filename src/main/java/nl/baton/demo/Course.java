package nl.baton.demo;

import java.util.List;
import java.util.Set;
import nl.baton.journey.CaseKey;

/**
 * Whose journey it was, and how the baton went.
 *
 * @param passes in their order
 * @param broken external ids of the touchpoints that picked up a broken handoff, as lanes' rates count them
 */
record Course(CaseKey journey, String customer, List<Passed> passes, Set<String> broken) {}
