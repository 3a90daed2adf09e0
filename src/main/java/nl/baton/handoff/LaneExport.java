package nl.baton.handoff;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import nl.baton.base.Texts;
import nl.baton.base.sheet.CsvSheet;
import nl.baton.base.sheet.ExcelSheet;
import nl.baton.base.sheet.Sheet;
import nl.baton.security.ExportLedger;
import nl.baton.security.ExportReasonMissing;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * The ranked lanes under a filter as a file, with every figure, its n and its interval. It holds the lanes that the asker
 * sees on the screen, and no journey.
 */
@Service
@PreAuthorize(HandoffAccess.SEES_LANES)
public class LaneExport {

    static final String ACTION = "lanes.exported";

    private final HandoffFigures figures;
    private final LaneSheet sheets;
    private final FilterWords filters;
    private final ExportLedger ledger;
    private final Texts texts;

    LaneExport(HandoffFigures figures, LaneSheet sheets, FilterWords filters, ExportLedger ledger, Texts texts) {
        this.figures = figures;
        this.sheets = sheets;
        this.filters = filters;
        this.ledger = ledger;
        this.texts = texts;
    }

    /**
     * Writes the lanes as CSV; the stream stays open.
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

    private Sheet<LaneFigures> sheet(LaneFilter filter, String reason, Locale locale, String form) {
        LaneRanking ranking = figures.ranking(filter);
        ledger.record(
                ACTION,
                form + ", " + filters.of(filter, locale) + ": "
                        + ranking.lanes().size(),
                reason);
        return sheets.of(ranking, filter, locale);
    }
}
