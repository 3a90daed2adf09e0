package nl.baton.bench;

import java.util.ArrayList;
import java.util.List;

/** Repeated measurements of one thing, in milliseconds. */
final class Sample {

    private final List<Double> values = new ArrayList<>();

    void add(double milliseconds) {
        values.add(milliseconds);
    }

    int size() {
        return values.size();
    }

    double median() {
        return quantile(0.5);
    }

    double p95() {
        return quantile(0.95);
    }

    double p99() {
        return quantile(0.99);
    }

    double max() {
        return quantile(1);
    }

    /** The smallest value that at least this share does not exceed: one that was measured, not one between two. */
    private double quantile(double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
