package nl.baton.value;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.Tier;
import nl.baton.value.model.Tiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads a piece of a list, each a range of an index, in the order of that index. */
@Component
class ValueListQuery {

    private static final int MONTHS_A_QUARTER = 3;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ValueListQuery(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What a list asks of its rows beside the valuation, and how it is ordered. */
    private record Asked(String where, List<Object> parameters, String order) {}

    List<ListedValue> rows(int scoring, ValueSlice slice, int offset, int limit) {
        Asked asked = asked(scoring, slice);
        var parameters = new ArrayList<Object>();
        parameters.add(scoring);
        parameters.addAll(asked.parameters);
        parameters.add(limit);
        parameters.add(offset);
        parameters.add(scoring);
        // only of those that are shown more is read than the index holds
        return jdbc.sql("SELECT v.* FROM (SELECT customer_id FROM customer_value WHERE scoring = ? AND " + asked.where
                        + " ORDER BY " + asked.order + " LIMIT ? OFFSET ?) shown"
                        + " JOIN customer_value v ON v.scoring = ? AND v.customer_id = shown.customer_id ORDER BY "
                        + asked.order.replace("customer_id", "v.customer_id"))
                .params(parameters)
                .query((row, n) -> row(row))
                .list();
    }

    private Asked asked(int scoring, ValueSlice slice) {
        return switch (slice) {
            case ValueSlice.InStage in -> inStage(scoring, in);
            case ValueSlice.Best best ->
                new Asked("total_value IS NOT NULL", List.of(), "total_value DESC, customer_id DESC");
            case ValueSlice.AliveBand band ->
                band.tenth() == ValuePicture.BANDS - 1
                        ? new Asked("alive >= ?", List.of(PictureTable.edge(band.tenth())), "alive, customer_id")
                        : new Asked(
                                "alive >= ? AND alive < ?",
                                List.of(PictureTable.edge(band.tenth()), PictureTable.edge(band.tenth() + 1)),
                                "alive, customer_id");
            case ValueSlice.AliveNotTold not ->
                new Asked(
                        "alive IS NULL AND total_value IS NOT NULL AND " + because(not.why()),
                        List.of(),
                        "customer_id");
            case ValueSlice.Cohort cohort -> cohort(cohort);
            case ValueSlice.Risk risk -> new Asked("at_risk IS NOT NULL", List.of(), "at_risk DESC, customer_id DESC");
        };
    }

    /** A tier is a range of values, which lets the index lead to it. */
    private Asked inStage(int scoring, ValueSlice.InStage in) {
        var where = new ArrayList<String>();
        var parameters = new ArrayList<Object>();
        if (in.stage() != null) {
            where.add("stage = ?");
            parameters.add(in.stage().name());
        }
        Tier tier = in.tier();
        if (tier != null) {
            where.add("tier = ?");
            parameters.add(tier.name());
            Tiers tiers = tiers(scoring);
            if (tier == Tier.B && Double.isFinite(tiers.a())) {
                where.add("total_value <= ?");
                parameters.add(tiers.a());
            }
            if (tier == Tier.C && Double.isFinite(tiers.b())) {
                where.add("total_value <= ?");
                parameters.add(Math.max(0, tiers.b()));
            }
        }
        return new Asked(
                where.isEmpty() ? "stage IS NOT NULL" : String.join(" AND ", where),
                parameters,
                "total_value DESC, customer_id DESC");
    }

    private Tiers tiers(int scoring) {
        return json.readValue(
                jdbc.sql("SELECT tiers FROM value_scoring WHERE scoring = ?")
                        .param(scoring)
                        .query(String.class)
                        .single(),
                Tiers.class);
    }

    private static String because(ValuePicture.Why why) {
        return switch (why) {
            case CONTRACT_RUNS -> "running_contracts > 0";
            case NO_PURCHASE -> "running_contracts = 0 AND purchase_days = 0";
            case ONE_PURCHASE -> "running_contracts = 0 AND purchase_days = 1";
            case NO_FIT -> "running_contracts = 0 AND purchase_days > 1";
        };
    }

    private static Asked cohort(ValueSlice.Cohort cohort) {
        var parameters = new ArrayList<Object>(List.of(
                Date.valueOf(cohort.quarter()), Date.valueOf(cohort.quarter().plusMonths(MONTHS_A_QUARTER))));
        String where = "first_dealing >= ? AND first_dealing < ?";
        ValueSlice.Now now = cohort.now();
        if (now != null) {
            where += " AND stage IN ("
                    + String.join(", ", Collections.nCopies(now.stages().size(), "?")) + ")";
            now.stages().stream().map(LifecycleStage::name).sorted().forEach(parameters::add);
        }
        return new Asked(where, parameters, "first_dealing, customer_id");
    }

    private static ListedValue row(ResultSet row) throws SQLException {
        String tier = row.getString("tier");
        return new ListedValue(
                row.getLong("customer_id"),
                null,
                "",
                tier == null ? null : Tier.valueOf(tier),
                LifecycleStage.valueOf(row.getString("stage")),
                row.getBigDecimal("current_value"),
                row.getBigDecimal("potential_value"),
                row.getObject("alive", Double.class),
                row.getBigDecimal("at_risk"),
                row.getObject("first_dealing", LocalDate.class),
                row.getObject("last_purchase", LocalDate.class),
                row.getInt("running_contracts"));
    }
}
