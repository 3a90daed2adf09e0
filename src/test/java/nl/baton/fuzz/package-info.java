/**
 * Hostile input, made at random from a printed seed: whatever comes in, no door of the intake fails, loses a good item,
 * or stores half of something. {@code bin/test} runs thousands of inputs, {@code bin/bench fuzz} as many as wanted.
 */
package nl.baton.fuzz;
