package nl.baton.fault;

/** What goes wrong in the middle of the intake. */
public enum Fault {
    /** SIGKILL to a node, which is then started again. */
    BATON_KILLED,
    /** SIGKILL to mysqld, which is then started again; Baton is left alone. */
    MYSQL_KILLED,
    /** Senders whose connections break in the middle of a request. */
    CONNECTION_CUT,
    /** Nothing but a second node on the same database. */
    TWO_NODES
}
