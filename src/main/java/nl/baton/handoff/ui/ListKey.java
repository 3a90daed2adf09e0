package nl.baton.handoff.ui;

import com.vaadin.flow.component.Component;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.baton.base.Formats;
import nl.baton.handoff.HandoffWords;
import nl.baton.handoff.LaneEvidence.Which;
import nl.baton.handoff.LaneSlice;
import nl.baton.journey.ChannelKind;
import nl.baton.value.model.Tier;
import org.jspecify.annotations.Nullable;

/** How the lists that a lane's analysis leads to are named in the URL, such as {@code broken-hours:1-8}. */
final class ListKey {

    private static final String BROKEN = "broken-";

    /** What such a name looks like. */
    static final String PATTERN = "ended:|dismissed:[A-Z_]{1,20}|(?:" + BROKEN + ")?"
            + "(?:hours:[1-7]-(?:1?[02468]|2[02])|channel:(?:%s)?|tier:[ABC]?|topic:(?s:.{0,120}))"
                    .formatted(Arrays.stream(ChannelKind.values())
                            .map(ChannelKind::name)
                            .collect(Collectors.joining("|")));

    private ListKey() {}

    static String of(LaneSlice slice) {
        return switch (slice) {
            case LaneSlice.Hours(DayOfWeek day, int from, boolean broken) ->
                prefix(broken) + "hours:" + day.getValue() + "-" + from;
            case LaneSlice.Channel(ChannelKind kind, boolean broken) ->
                prefix(broken) + "channel:" + (kind == null ? "" : kind.name());
            case LaneSlice.About(String topic, boolean broken) ->
                prefix(broken) + "topic:" + (topic == null ? "" : topic);
            case LaneSlice.OfTier(Tier tier, boolean broken) ->
                prefix(broken) + "tier:" + (tier == null ? "" : tier.name());
            case LaneSlice.Ended ended -> "ended:";
        };
    }

    static String ofDismissed(String rule) {
        return "dismissed:" + rule;
    }

    private static String prefix(boolean broken) {
        return broken ? BROKEN : "";
    }

    /** Empty where it is none of these lists. */
    static Optional<Which> which(String show) {
        if (!show.matches(PATTERN)) {
            return Optional.empty();
        }
        boolean broken = show.startsWith(BROKEN);
        String name = broken ? show.substring(BROKEN.length()) : show;
        int colon = name.indexOf(':');
        String value = name.substring(colon + 1);
        LaneSlice slice = switch (name.substring(0, colon)) {
            case "dismissed" -> null;
            case "hours" -> hours(value, broken);
            case "channel" -> new LaneSlice.Channel(value.isEmpty() ? null : ChannelKind.valueOf(value), broken);
            case "tier" -> new LaneSlice.OfTier(value.isEmpty() ? null : Tier.valueOf(value), broken);
            case "topic" -> new LaneSlice.About(value.isEmpty() ? null : value, broken);
            default -> new LaneSlice.Ended();
        };
        return Optional.of(slice == null ? new Which.Dismissed(value) : new Which.Slice(slice));
    }

    private static LaneSlice hours(String value, boolean broken) {
        String[] parts = value.split("-");
        return new LaneSlice.Hours(DayOfWeek.of(Integer.parseInt(parts[0])), Integer.parseInt(parts[1]), broken);
    }

    /** The rule whose dismissed findings a list holds; empty for any other list. */
    static Optional<String> ruleDismissed(String show) {
        return which(show).map(which -> which instanceof Which.Dismissed(String rule) ? rule : null);
    }

    /** The list of the broken ones among these, or of all among which these are broken; empty where it is neither. */
    static Optional<String> counterpart(String show) {
        if (show.startsWith(BROKEN)) {
            return Optional.of(show.substring(BROKEN.length()));
        }
        return which(show)
                .filter(which -> which instanceof Which.Slice(LaneSlice slice) && !(slice instanceof LaneSlice.Ended))
                .map(which -> BROKEN + show);
    }

    /** What the list of so many is. */
    static String title(Which which, long n, HandoffWords words, Locale locale, Component says) {
        return switch (which) {
            case Which.Dismissed(String rule) ->
                says.getTranslation("handoff.evidence.dismissed", n, words.rule(locale, rule));
            case Which.Slice(LaneSlice slice) -> title(slice, n, locale, says);
            default -> throw new IllegalArgumentException("Not a list of the analysis: " + which);
        };
    }

    private static String title(LaneSlice slice, long n, Locale locale, Component says) {
        return switch (slice) {
            case LaneSlice.Hours(DayOfWeek day, int from, boolean broken) ->
                says.getTranslation(
                        "handoff.evidence.hours" + suffix(broken),
                        n,
                        Formats.of(locale).dayOfWeek(day),
                        hours(from));
            case LaneSlice.Channel(ChannelKind kind, boolean broken) ->
                says.getTranslation("handoff.evidence.channel" + suffix(broken), n, channel(kind, says));
            case LaneSlice.About(String topic, boolean broken) ->
                says.getTranslation("handoff.evidence.topic" + suffix(broken), n, topic(topic, says));
            case LaneSlice.OfTier(Tier tier, boolean broken) ->
                says.getTranslation("handoff.evidence.tier" + suffix(broken), n, tier(tier, says));
            case LaneSlice.Ended ended -> says.getTranslation("handoff.evidence.ended", n);
        };
    }

    private static String suffix(boolean broken) {
        return broken ? ".broken" : "";
    }

    /** 8–10. */
    static String hours(int from) {
        return from + "–" + (from + LaneSlice.HOURS);
    }

    static String channel(@Nullable ChannelKind kind, Component says) {
        return says.getTranslation(
                kind == null
                        ? "handoff.analysis.unknown"
                        : "relay." + kind.name().toLowerCase(Locale.ROOT));
    }

    static String tier(@Nullable Tier tier, Component says) {
        return tier == null ? says.getTranslation("handoff.analysis.tier.none") : tier.name();
    }

    static String topic(@Nullable String topic, Component says) {
        return topic == null ? says.getTranslation("handoff.analysis.unknown") : capital(topic);
    }

    /** As a name in a table begins: topics are compared in small letters. */
    static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
