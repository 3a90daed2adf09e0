package nl.baton.handoff.ui;

import java.util.Set;
import nl.baton.base.ui.DownloadPanel;
import nl.baton.base.ui.FilterButton;
import nl.baton.handoff.FindingExport;
import nl.baton.handoff.LaneExport;
import nl.baton.handoff.LaneFilter;
import nl.baton.handoff.LogExport;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.Role;
import org.springframework.stereotype.Component;

/** Offers what is on the screen as files. */
@Component
class DownloadMenu {

    private static final Set<Role> LANES = Set.of(Role.AGENT, Role.MARKETER, Role.EXECUTIVE, Role.LEAD);
    private static final Set<Role> RECORDS = Set.of(Role.EXECUTIVE, Role.LEAD);
    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final LaneExport lanes;
    private final FindingExport findings;
    private final LogExport log;
    private final CurrentUserProvider users;

    DownloadMenu(LaneExport lanes, FindingExport findings, LogExport log, CurrentUserProvider users) {
        this.lanes = lanes;
        this.findings = findings;
        this.log = log;
        this.users = users;
    }

    /** Whether the user may download anything at all. */
    boolean isFor() {
        return has(LANES);
    }

    private boolean has(Set<Role> any) {
        return users.get().roles().stream().anyMatch(any::contains);
    }

    /** A button, and behind it the files under this filter. */
    FilterButton of(LaneFilter filter, String label) {
        DownloadPanel panel = new DownloadPanel();
        panel.offer(
                "handoff.download.csv",
                ".csv",
                CSV,
                asked -> lanes.csv(filter, asked.reason(), asked.locale(), asked.out()));
        panel.offer(
                "handoff.download.excel",
                ".xlsx",
                EXCEL,
                asked -> lanes.excel(filter, asked.reason(), asked.locale(), asked.out()));
        if (has(RECORDS)) {
            panel.offer(
                    "handoff.download.findings",
                    ".csv",
                    CSV,
                    asked -> findings.csv(filter, asked.reason(), asked.locale(), asked.out()));
            panel.offer(
                    "handoff.download.findings-excel",
                    ".xlsx",
                    EXCEL,
                    asked -> findings.excel(filter, asked.reason(), asked.locale(), asked.out()));
            panel.offer(
                    "handoff.download.log",
                    ".xes.gz",
                    "application/gzip",
                    asked ->
                            log.xes(filter.journeyType(), filter.period(), asked.reason(), asked.locale(), asked::out));
        }
        FilterButton button = new FilterButton("", label);
        button.addClassName("download");
        button.opening(panel).setAriaLabel(label);
        return button;
    }
}
