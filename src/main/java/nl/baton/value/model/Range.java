package nl.baton.value.model;

/** Between which two amounts something lies, nine times out of ten. */
public record Range(double low, double high) {

    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
