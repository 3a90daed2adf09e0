package nl.baton.handoff;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import nl.baton.base.BatonProperties;
import nl.baton.base.Period;
import nl.baton.department.Departments;
import nl.baton.journey.JourneyLog;
import nl.baton.journey.JourneyLog.Wanted;
import nl.baton.journey.LoggedJourney;
import nl.baton.journey.Touchpoint;
import nl.baton.security.ExportLedger;
import nl.baton.security.ExportReasonMissing;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * The log of journeys as XES, so that process-mining tools can go on with it; imported again it gives the same handoffs.
 * It holds no free text and no contact details. Customers go by numbers of Baton's own; agents by their names for a lead,
 * who gets the journeys that the own department took part in, and else by names that hide them.
 */
@Service
@PreAuthorize(JourneyLog.READS)
public class LogExport {

    static final String ACTION = "log.exported";

    /** Stands for a period without an end, behind which no database knows a day. */
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final JourneyLog log;
    private final Departments departments;
    private final FilterWords filters;
    private final ExportLedger ledger;
    private final ZoneId zone;

    LogExport(
            JourneyLog log,
            Departments departments,
            FilterWords filters,
            ExportLedger ledger,
            BatonProperties properties) {
        this.log = log;
        this.departments = departments;
        this.filters = filters;
        this.ledger = ledger;
        this.zone = properties.zone();
    }

    /** Where a log goes. */
    public interface Destination {

        /** Called once it is clear that there will be a log, and written down. */
        OutputStream open() throws IOException;
    }

    /**
     * Writes the log, packed by gzip; the stream stays open. Where it breaks off, the gzip is not whole, so that nobody takes
     * a part for all.
     *
     * @param journeyType null for all
     * @param period whole journeys that were under way in it, between their first and their last touchpoint; null for all
     * @param reason what it is for
     * @throws ExportReasonMissing if that says nothing
     */
    public void xes(
            @Nullable Long journeyType, @Nullable Period period, String reason, Locale locale, Destination destination)
            throws IOException {
        ledger.record(ACTION, "XES, " + filters.of(journeyType, period, locale), reason);
        var wanted = new Wanted(
                journeyType,
                period == null ? null : period.start(zone),
                period == null || period.to().equals(LAST_DAY) ? null : period.end(zone));
        var events = new LoggedEvents(departments, log.masked() ? new Pseudonyms() : null);
        var packed = new GZIPOutputStream(destination.open());
        try (var xes = new XesWriter(packed)) {
            long last = 0;
            for (List<LoggedJourney> next = log.after(last, wanted); !next.isEmpty(); next = log.after(last, wanted)) {
                for (LoggedJourney journey : next) {
                    xes.beginTrace(events.trace(journey));
                    for (Touchpoint touchpoint : journey.touchpoints()) {
                        xes.event(events.event(touchpoint));
                    }
                    xes.endTrace();
                }
                last = next.getLast().summary().id();
            }
        }
        packed.finish();
    }
}
