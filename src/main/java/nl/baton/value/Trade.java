package nl.baton.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import nl.baton.value.History.Line;
import nl.baton.value.History.Term;
import nl.baton.value.NewPurchase.Kind;
import nl.baton.value.model.Buyer;
import nl.baton.value.model.Months;
import nl.baton.value.model.Retention;
import org.jspecify.annotations.Nullable;

/**
 * What one customer dealt in one currency: purchases of one day are one, and a sale that went back as a whole is none. What a
 * return refers to is a sale of the same customer.
 */
final class Trade {

    private final List<Sale> sales = new ArrayList<>();
    private final List<Return> returns = new ArrayList<>();
    private final List<Term> contracts = new ArrayList<>();

    private int[] days = {};
    private double[] spends = {};

    private static final class Sale {
        private final Line line;
        private BigDecimal returned = BigDecimal.ZERO;
        private boolean wentBack;

        private Sale(Line line) {
            this.line = line;
        }

        private boolean isWhollyReturned() {
            return wentBack && returned.compareTo(line.amount()) >= 0;
        }
    }

    private record Return(Line line, @Nullable Sale of) {}

    private record Key(String source, String externalId) {}

    private Trade() {}

    /** By currency, in alphabetical order. */
    static Map<String, Trade> of(History history) {
        Map<String, Trade> trades = new TreeMap<>();
        Map<Key, Sale> sales = new HashMap<>();
        for (Line line : history.purchases()) {
            if (line.kind() == Kind.SALE) {
                var sale = new Sale(line);
                sales.put(new Key(line.source(), line.externalId()), sale);
                trades.computeIfAbsent(line.currency(), currency -> new Trade())
                        .sales
                        .add(sale);
            }
        }
        for (Line line : history.purchases()) {
            if (line.kind() == Kind.RETURN) {
                Sale of = line.refersTo() == null ? null : sales.get(new Key(line.source(), line.refersTo()));
                if (of != null && of.line.currency().equals(line.currency())) {
                    of.returned = of.returned.add(line.amount());
                    of.wentBack = true;
                } else {
                    of = null;
                }
                trades.computeIfAbsent(line.currency(), currency -> new Trade())
                        .returns
                        .add(new Return(line, of));
            }
        }
        for (Term contract : history.contracts()) {
            trades.computeIfAbsent(contract.currency(), currency -> new Trade())
                    .contracts
                    .add(contract);
        }
        trades.values().forEach(Trade::mergeDays);
        return trades;
    }

    private void mergeDays() {
        Map<Integer, BigDecimal> byDay = new TreeMap<>();
        for (Sale sale : sales) {
            if (!sale.isWhollyReturned()) {
                byDay.merge(sale.line.day(), sale.line.amount().subtract(sale.returned), BigDecimal::add);
            }
        }
        days = byDay.keySet().stream().mapToInt(day -> day).toArray();
        spends = byDay.values().stream().mapToDouble(BigDecimal::doubleValue).toArray();
    }

    /** Purchase days in order. */
    int[] days() {
        return days.clone();
    }

    List<Term> contracts() {
        return contracts;
    }

    /** Whether anything was ever bought or agreed; a return without a sale is neither. */
    boolean dealt() {
        return !sales.isEmpty() || !contracts.isEmpty();
    }

    /** The first day on which anything was bought or agreed; empty without either. */
    OptionalInt begun() {
        return IntStream.concat(
                        sales.stream().mapToInt(sale -> sale.line.day()),
                        contracts.stream()
                                .mapToInt(contract -> (int) contract.start().toEpochDay()))
                .min();
    }

    /** Whether something was bought, and all of it went back. */
    boolean allReturned() {
        return days.length == 0 && !sales.isEmpty();
    }

    /** Purchase days after that day. */
    int daysAfter(int day) {
        return (int) Arrays.stream(days).filter(bought -> bought > day).count();
    }

    /** What the models need to know of the customer at the end of a day; null for one who had not bought. */
    @Nullable
    Buyer buyer(int day) {
        int known = days.length - daysAfter(day);
        if (known == 0) {
            return null;
        }
        double spent = 0;
        for (int i = 1; i < known; i++) {
            spent += spends[i];
        }
        return new Buyer(
                known - 1, days[known - 1] - days[0], day - days[0], known == 1 ? 0 : Math.max(0, spent / (known - 1)));
    }

    /** What was paid, less what was given back. */
    BigDecimal net() {
        BigDecimal net = BigDecimal.ZERO;
        for (Sale sale : sales) {
            net = net.add(sale.line.amount());
        }
        for (Return back : returns) {
            net = net.subtract(back.line.amount());
        }
        return net;
    }

    /** The margin of the last twelve months up to a day; where none is stated, at the rate. */
    BigDecimal current(LocalDate day, BigDecimal marginRate) {
        return current(LocalDate.MIN, day, marginRate);
    }

    /** The same of what came after another day. */
    BigDecimal current(LocalDate after, LocalDate day, BigDecimal marginRate) {
        LocalDate year = day.minusMonths(Months.A_YEAR);
        LocalDate before = after.isAfter(year) ? after : year;
        BigDecimal sum = BigDecimal.ZERO;
        for (Sale sale : sales) {
            if (within(sale.line, before, day)) {
                sum = sum.add(margin(sale.line, marginRate));
            }
        }
        for (Return back : returns) {
            if (within(back.line, before, day)) {
                sum = sum.subtract(lost(back, marginRate));
            }
        }
        for (Term contract : contracts) {
            int due = contract.dueUntil(day) - contract.dueUntil(before);
            sum = sum.add(contract.margin().multiply(BigDecimal.valueOf(due)));
        }
        return sum.setScale(Amount.DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static boolean within(Line line, LocalDate after, LocalDate upTo) {
        return line.day() > after.toEpochDay() && line.day() <= upTo.toEpochDay();
    }

    /** The same at the ends of many months at once, the first and those that follow it. */
    double[] current(YearMonth first, int months, BigDecimal marginRate) {
        // what came in in each month, from eleven before the first on
        var margins = new double[months + Months.A_YEAR - 1];
        YearMonth begin = first.minusMonths(Months.A_YEAR - 1L);
        for (Sale sale : sales) {
            add(
                    margins,
                    begin,
                    LocalDate.ofEpochDay(sale.line.day()),
                    margin(sale.line, marginRate).doubleValue());
        }
        for (Return back : returns) {
            add(
                    margins,
                    begin,
                    LocalDate.ofEpochDay(back.line.day()),
                    -lost(back, marginRate).doubleValue());
        }
        LocalDate last = first.plusMonths(months - 1L).atEndOfMonth();
        for (Term contract : contracts) {
            int due = contract.dueUntil(last);
            for (int month = 0; month < due; month++) {
                add(
                        margins,
                        begin,
                        contract.start().plusMonths(month),
                        contract.margin().doubleValue());
            }
        }
        var current = new double[months];
        for (int month = 0; month < months; month++) {
            for (int i = 0; i < Months.A_YEAR; i++) {
                current[month] += margins[month + i];
            }
            // as exact amounts are: what is equal must be found so
            current[month] = BigDecimal.valueOf(current[month])
                    .setScale(Amount.DECIMALS, RoundingMode.HALF_EVEN)
                    .doubleValue();
        }
        return current;
    }

    private static void add(double[] months, YearMonth begin, LocalDate day, double margin) {
        long month = ChronoUnit.MONTHS.between(begin, YearMonth.from(day));
        if (month >= 0 && month < months.length) {
            months[(int) month] += margin;
        }
    }

    private static BigDecimal margin(Line line, BigDecimal marginRate) {
        return line.margin() != null ? line.margin() : line.amount().multiply(marginRate);
    }

    /** Of a return that does not say: in proportion to its sale. */
    private static BigDecimal lost(Return back, BigDecimal marginRate) {
        Sale sale = back.of;
        if (back.line.margin() != null || sale == null || sale.line.amount().signum() == 0) {
            return margin(back.line, marginRate);
        }
        return margin(sale.line, marginRate)
                .multiply(back.line.amount())
                .divide(sale.line.amount(), Amount.DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** The contracts that run on a day. */
    List<Retention.Running> running(LocalDate day) {
        return contracts.stream()
                .filter(contract -> contract.runsOn(day))
                .map(contract -> new Retention.Running(
                        contract.dueUntil(day),
                        contract.end() == null
                                ? Months.AHEAD
                                : contract.dueUntil(contract.end()) - contract.dueUntil(day),
                        contract.margin().doubleValue()))
                .toList();
    }
}
