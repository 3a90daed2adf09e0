package nl.baton.handoff;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import nl.baton.base.Texts;
import nl.baton.base.sheet.CsvSheet;
import nl.baton.base.sheet.ExcelSheet;
import nl.baton.base.sheet.Sheet;
import nl.baton.department.Departments;
import nl.baton.handoff.FindingListQuery.Some;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.ExportLedger;
import nl.baton.security.ExportReasonMissing;
import nl.baton.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * What the rules have found under a filter as a file, one row a finding, with where, by what, and what has become of it: a
 * lead's of the own department's lanes, an executive's of all, without what leads wrote. It names no customer.
 */
@Service
@PreAuthorize("hasAnyRole('EXECUTIVE', 'LEAD')")
public class FindingExport {

    static final String ACTION = "findings.exported";

    private static final int HANDOFFS_AT_ONCE = 5_000;

    private final FindingListQuery query;
    private final FindingSheet sheets;
    private final HandoffAccess access;
    private final Departments departments;
    private final CurrentUserProvider users;
    private final FilterWords filters;
    private final ExportLedger ledger;
    private final Texts texts;

    FindingExport(
            FindingListQuery query,
            FindingSheet sheets,
            HandoffAccess access,
            Departments departments,
            CurrentUserProvider users,
            FilterWords filters,
            ExportLedger ledger,
            Texts texts) {
        this.query = query;
        this.sheets = sheets;
        this.access = access;
        this.departments = departments;
        this.users = users;
        this.filters = filters;
        this.ledger = ledger;
        this.texts = texts;
    }

    /**
     * Writes the findings as CSV; the stream stays open.
     *
     * @param reason what it is for
     * @throws ExportReasonMissing if that says nothing
     */
    public void csv(LaneFilter filter, String reason, Locale locale, OutputStream out) throws IOException {
        CsvSheet.write(sheet(filter, reason, locale, "CSV"), locale, out);
    }

    /** The same as a workbook for Excel, with what the columns mean. */
    public void excel(LaneFilter filter, String reason, Locale locale, OutputStream out) throws IOException {
        ExcelSheet.write(sheet(filter, reason, locale, "Excel"), texts.text(locale, "handoff.export.definitions"), out);
    }

    private Sheet<FoundFinding> sheet(LaneFilter filter, String reason, Locale locale, String form) {
        Long department = access.departmentOfEvidence();
        Set<Long> inFull =
                users.get().has(Role.LEAD) ? departments.survivors().readAs(access.homeDepartment()) : Set.of();
        ledger.record(ACTION, form + ", " + filters.of(filter, locale), reason);
        return sheets.of(() -> found(filter, department, inFull), filter, locale);
    }

    private Iterator<FoundFinding> found(LaneFilter filter, @Nullable Long department, Set<Long> inFull) {
        return Stream.iterate(
                        query.before(null, filter, department, HANDOFFS_AT_ONCE),
                        part -> part != null,
                        part -> part.from() == null
                                ? null
                                : query.before(part.from(), filter, department, HANDOFFS_AT_ONCE))
                .map(Some::findings)
                .flatMap(List::stream)
                .map(each -> isOf(inFull, each) ? each : each.withoutReason())
                .iterator();
    }

    private static boolean isOf(Set<Long> own, FoundFinding found) {
        return own.contains(found.from().departmentId())
                || own.contains(found.to().departmentId());
    }
}
