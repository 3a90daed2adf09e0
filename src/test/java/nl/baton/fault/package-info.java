/**
 * Baton and its database as real processes that are killed, cut off and doubled in the middle of the intake, and what has
 * to be true afterwards: shared by the tests and {@code bin/bench faults}.
 */
package nl.baton.fault;
