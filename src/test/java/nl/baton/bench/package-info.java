/** Measurements, started by {@code bin/bench}: each a main class that prints its figures beside what is aimed at. */
package nl.baton.bench;
