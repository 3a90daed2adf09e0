package nl.baton.segment;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import nl.baton.base.Texts;
import nl.baton.base.sheet.CsvSheet;
import nl.baton.base.sheet.ExcelSheet;
import nl.baton.base.sheet.Sheet;
import nl.baton.security.CurrentUserProvider;
import nl.baton.security.ExportLedger;
import nl.baton.security.ExportReasonMissing;
import nl.baton.segment.CampaignRefused.Reason;
import nl.baton.segment.CampaignSelection.Row;
import nl.baton.segment.CampaignSelection.Selected;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * The members of a segment for a campaign, by what their sources call them and without a way to reach them. Left out are
 * those who did not consent, who were written to often enough, and who have something open that went wrong. Members are
 * found anew each time, by the segment's condition.
 */
@Service
@PreAuthorize("hasRole('MARKETER')")
public class CampaignExports {

    static final String ACTION = "campaign.exported";

    private final SegmentTable segments;
    private final CampaignSelection selection;
    private final CampaignSheet sheets;
    private final CampaignProperties usual;
    private final ExportLedger ledger;
    private final CurrentUserProvider users;
    private final Texts texts;

    CampaignExports(
            SegmentTable segments,
            CampaignSelection selection,
            CampaignSheet sheets,
            CampaignProperties usual,
            ExportLedger ledger,
            CurrentUserProvider users,
            Texts texts) {
        this.segments = segments;
        this.selection = selection;
        this.sheets = sheets;
        this.usual = usual;
        this.ledger = ledger;
        this.users = users;
        this.texts = texts;
    }

    /** How many campaign contacts are enough, and in how many days, unless somebody says otherwise. */
    public record Cap(int contacts, int days) {}

    public Cap usualCap() {
        return new Cap(usual.campaignCap(), usual.campaignCapDays());
    }

    /**
     * Who would be in the file.
     *
     * @throws CampaignRefused if the segment is not there, or not the asker's to see
     */
    public CampaignPreview preview(long segment, CampaignRules rules) {
        return selection.of(seen(segment).condition(), rules).numbers();
    }

    /**
     * Writes the customers as CSV; the stream stays open.
     *
     * @param reason what it is for
     * @throws ExportReasonMissing if that says nothing
     * @throws CampaignRefused if the segment is not there, or not the asker's to see
     */
    public void csv(long segment, CampaignRules rules, String reason, Locale locale, OutputStream out)
            throws IOException {
        CsvSheet.write(sheet(segment, rules, reason, locale, "CSV"), locale, out);
    }

    /** The same as a workbook for Excel, with who was left out and why, and what the columns mean. */
    public void excel(long segment, CampaignRules rules, String reason, Locale locale, OutputStream out)
            throws IOException {
        ExcelSheet.write(
                sheet(segment, rules, reason, locale, "Excel"),
                texts.text(locale, "segment.campaign.sheet.notes"),
                out);
    }

    private Sheet<Row> sheet(long id, CampaignRules rules, String reason, Locale locale, String form) {
        ledger.check(reason);
        Segment segment = seen(id);
        Selected selected = selection.of(segment.condition(), rules);
        ledger.record(ACTION, subject(id, selected, form), reason);
        return sheets.of(segment, selected, () -> selection.rows(selected), locale);
    }

    /** The purpose last: it may be long, and the numbers must not be cut off. */
    private static String subject(long id, Selected selected, String form) {
        CampaignRules rules = selected.rules();
        return "segment " + id + ", " + form + ": " + selected.numbers().remaining() + " of "
                + selected.numbers().members() + " customers, cap " + rules.cap() + " in " + rules.days() + " days, "
                + rules.purpose();
    }

    private Segment seen(long id) {
        return segments.seenBy(users.get().id(), id).orElseThrow(() -> new CampaignRefused(Reason.SEGMENT));
    }
}
