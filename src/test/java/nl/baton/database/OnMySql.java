package nl.baton.database;

/** Tests with this tag need MySQL and nothing else: they run in the build's second round only, the one on MySQL. */
public final class OnMySql {

    public static final String TAG = "mysql";

    private OnMySql() {}
}
