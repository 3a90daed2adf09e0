package nl.baton.base;

/** What became of an item that a source sent, by its identity of source and external id. */
public enum Stored {
    /** Not sent before. */
    ACCEPTED,
    /** Sent before, and unchanged. */
    KNOWN,
    /** Sent before, and changed since: it replaced the former version, which is kept in the history. */
    REPLACED
}
