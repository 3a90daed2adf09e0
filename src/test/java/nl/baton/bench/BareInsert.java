package nl.baton.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** The least that anybody has to do to keep the same rows: put them into a table of the same shape and indexes. */
final class BareInsert {

    static final String DRIVER = "&rewriteBatchedStatements=true&cachePrepStmts=true&useLocalSessionState=true"
            + "&cacheServerConfiguration=true&connectionTimeZone=UTC";

    private static final int CONNECTIONS = 8;

    private final BenchMySql mysql;
    private long lastRead;

    BareInsert(BenchMySql mysql) throws SQLException {
        this.mysql = mysql;
        mysql.run("CREATE TABLE bare_touchpoint LIKE touchpoint");
    }

    /** Inserts the touchpoints that came since the last time, and says how many a second; the reading does not count. */
    Outcome run() throws Exception {
        long last = mysql.number("SELECT MAX(id) FROM touchpoint");
        var columns = new ArrayList<String>();
        List<List<Object[]>> batches = read(last, columns);
        lastRead = last;
        String sql = "INSERT INTO bare_touchpoint (" + String.join(", ", columns) + ") VALUES ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        var next = new AtomicInteger();
        var times = new Sample();
        var connections = new ArrayList<Connection>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            var work = new ArrayList<Callable<List<Double>>>();
            for (int i = 0; i < CONNECTIONS; i++) {
                Connection connection = mysql.connect(DRIVER);
                connection.setAutoCommit(false);
                connections.add(connection);
                work.add(() -> insert(connection, sql, batches, next));
            }
            long begun = System.nanoTime();
            for (Future<List<Double>> done : threads.invokeAll(work)) {
                done.get().forEach(times::add);
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            return new Outcome(batches.stream().mapToLong(List::size).sum(), seconds, times);
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    /** @param batches how long each took, in milliseconds */
    record Outcome(long rows, double seconds, Sample batches) {

        double perSecond() {
            return rows / seconds;
        }
    }

    private List<List<Object[]>> read(long last, List<String> columns) throws SQLException {
        var batches = new ArrayList<List<Object[]>>();
        try (Connection connection = mysql.connect("&connectionTimeZone=UTC");
                Statement statement =
                        connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
            // row by row, not all at once
            statement.setFetchSize(Integer.MIN_VALUE);
            ResultSet rows = statement.executeQuery(
                    "SELECT * FROM touchpoint WHERE id > " + lastRead + " AND id <= " + last + " ORDER BY id");
            ResultSetMetaData shape = rows.getMetaData();
            for (int i = 1; i <= shape.getColumnCount(); i++) {
                columns.add(shape.getColumnName(i));
            }
            while (rows.next()) {
                if (batches.isEmpty() || batches.getLast().size() == TicketSystem.BATCH) {
                    batches.add(new ArrayList<>(TicketSystem.BATCH));
                }
                var row = new Object[columns.size()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = rows.getObject(i + 1);
                }
                batches.getLast().add(row);
            }
        }
        return batches;
    }

    private static List<Double> insert(
            Connection connection, String sql, List<List<Object[]>> batches, AtomicInteger next) throws SQLException {
        var times = new ArrayList<Double>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = next.getAndIncrement(); i < batches.size(); i = next.getAndIncrement()) {
                long begun = System.nanoTime();
                for (Object[] row : batches.get(i)) {
                    for (int column = 0; column < row.length; column++) {
                        statement.setObject(column + 1, row[column]);
                    }
                    statement.addBatch();
                }
                statement.executeBatch();
                connection.commit();
                times.add((System.nanoTime() - begun) / 1e6);
            }
        }
        return times;
    }
}
