package nl.baton.value;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.baton.base.BatonProperties;
import nl.baton.base.Days;
import nl.baton.base.UtcTime;
import nl.baton.customer.Recommendations;
import nl.baton.customer.Recommendations.Answer;
import nl.baton.value.Advocacy.Answered;
import nl.baton.value.Advocacy.Brought;
import nl.baton.value.Advocacy.Reached;
import nl.baton.value.model.Recommending;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads whom customers may tell of the company, what they would say, and who brought whom; a range of customers at a time. */
@Component
class AdvocacyReader {

    private final JdbcClient jdbc;
    private final Recommendations recommendations;
    private final ZoneId zone;

    AdvocacyReader(JdbcClient jdbc, Recommendations recommendations, BatonProperties properties) {
        this.jdbc = jdbc;
        this.recommendations = recommendations;
        this.zone = properties.zone();
    }

    private record Share(long referrer, BigDecimal weight, LocalDate on) {}

    /** Of the customers between two ids, both included; without those of whom nothing is known. */
    Map<Long, Advocacy> between(long first, long last, LocalDate day) {
        Instant end = Days.endOf(day, zone);
        Map<Long, List<Answered>> answers = new HashMap<>();
        recommendations
                .between(first, last, end)
                .forEach(answer -> answers.computeIfAbsent(answer.customer(), id -> new ArrayList<>())
                        .add(new Answered(answer.score(), Days.dayOf(answer.at(), zone))));
        Map<Long, Reached> reach = reach(first, last, end);
        Map<Long, List<Share>> shares = shares(first, last, end);
        Set<Long> known = new HashSet<>(answers.keySet());
        known.addAll(reach.keySet());
        known.addAll(shares.keySet());
        return known.stream()
                .collect(Collectors.toMap(
                        id -> id,
                        id -> new Advocacy(
                                answers.getOrDefault(id, List.of()),
                                reach.get(id),
                                brought(shares.getOrDefault(id, List.of())))));
    }

    /** Which of these customers would recommend the company, by their last answers up to a day. */
    Set<Long> promoting(Collection<Long> customers, LocalDate day) {
        return recommendations.last(customers, Days.endOf(day, zone)).stream()
                .filter(answer -> Recommending.promotes(answer.score()))
                .map(Answer::customer)
                .collect(Collectors.toSet());
    }

    private Map<Long, Reached> reach(long first, long last, Instant end) {
        Map<Long, Reached> reach = new HashMap<>();
        jdbc.sql("""
                        SELECT id, reach_people, reach_at FROM customer
                        WHERE id BETWEEN ? AND ? AND reach_people IS NOT NULL AND reach_at < ?""").params(first, last, UtcTime.of(end)).query(row -> {
            reach.put(row.getLong(1), new Reached(row.getInt(2), day(row, 3)));
        });
        return reach;
    }

    /** Nobody refers oneself. */
    private Map<Long, List<Share>> shares(long first, long last, Instant end) {
        Map<Long, List<Share>> shares = new HashMap<>();
        jdbc.sql("""
                        SELECT customer_id, referrer_id, weight, referred_at FROM customer_referral
                        WHERE customer_id BETWEEN ? AND ? AND referred_at < ? AND referrer_id <> customer_id
                        ORDER BY customer_id, place""").params(first, last, UtcTime.of(end)).query(row -> {
            shares.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                    .add(new Share(row.getLong(2), row.getBigDecimal(3), day(row, 4)));
        });
        return shares;
    }

    private LocalDate day(ResultSet row, int column) throws SQLException {
        return Days.dayOf(UtcTime.instant(row.getObject(column, LocalDateTime.class)), zone);
    }

    /** One who is named twice has both shares, from the first day on. */
    private static List<Brought> brought(List<Share> shares) {
        BigDecimal all = shares.stream().map(Share::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.signum() <= 0) {
            return List.of();
        }
        Map<Long, Share> byReferrer = new LinkedHashMap<>();
        shares.forEach(share -> byReferrer.merge(
                share.referrer,
                share,
                (one, other) -> new Share(
                        one.referrer, one.weight.add(other.weight), one.on.isBefore(other.on) ? one.on : other.on)));
        return byReferrer.values().stream()
                .map(share -> new Brought(share.referrer, share.on, share.weight.doubleValue() / all.doubleValue()))
                .toList();
    }
}
