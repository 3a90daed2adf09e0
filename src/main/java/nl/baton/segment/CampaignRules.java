package nl.baton.segment;

import java.util.List;
import nl.baton.segment.CampaignRefused.Reason;

/**
 * For whom a campaign is, of the members of a segment. What cannot be is refused by name.
 *
 * @param purpose who did not consent to this is left alone
 * @param cap who had so many campaign contacts in the last {@code days} days is left alone
 * @param attributes keys of attributes to take along, each once
 */
public record CampaignRules(String purpose, int cap, int days, List<String> attributes) {

    public static final int HIGHEST_CAP = 1_000;
    public static final int MOST_ATTRIBUTES = 10;

    /** As many letters as a purpose, or a key, can have. */
    private static final int LONGEST = 80;

    public CampaignRules {
        attributes = attributes.stream().distinct().toList();
        refuse(!isName(purpose), Reason.PURPOSE);
        refuse(cap < 1 || cap > HIGHEST_CAP, Reason.CAP);
        refuse(days < 1 || days > Trait.MOST_DAYS, Reason.DAYS);
        refuse(
                attributes.size() > MOST_ATTRIBUTES || !attributes.stream().allMatch(CampaignRules::isName),
                Reason.ATTRIBUTES);
    }

    private static boolean isName(String text) {
        return !text.isBlank() && text.length() <= LONGEST;
    }

    private static void refuse(boolean wrong, Reason reason) {
        if (wrong) {
            throw new CampaignRefused(reason);
        }
    }
}
