package nl.baton.base;

/** For who is about to keep outside the database what it read in it. */
public interface Durability {

    /** All that was committed until now is out of this process when this returns. */
    void writeOut();
}
