package nl.baton.segment.ui;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.baton.base.Background;
import nl.baton.base.BatonProperties;
import nl.baton.base.Page;
import nl.baton.department.Department;
import nl.baton.department.Departments;
import nl.baton.segment.CampaignExports;
import nl.baton.segment.Migration;
import nl.baton.segment.SegmentMembers;
import nl.baton.segment.SegmentMembers.Member;
import nl.baton.segment.SegmentMembers.Mover;
import nl.baton.segment.SegmentPage;
import nl.baton.segment.SegmentPages;
import nl.baton.segment.Segments;
import nl.baton.segment.Trait;
import nl.baton.segment.TraitChoices;
import nl.baton.segment.TraitChoices.Choices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the screens of segments read, as far as the asker may. */
@Component
class SegmentReading {

    private static final int MOVED_DAYS = 30;

    private final SegmentPages pages;
    private final SegmentMembers members;
    private final Segments segments;
    private final Departments departments;
    private final TraitChoices choices;
    private final CampaignExports exports;
    private final ZoneId zone;

    SegmentReading(
            SegmentPages pages,
            SegmentMembers members,
            Segments segments,
            Departments departments,
            TraitChoices choices,
            CampaignExports exports,
            BatonProperties properties) {
        this.pages = pages;
        this.members = members;
        this.segments = segments;
        this.departments = departments;
        this.choices = choices;
        this.exports = exports;
        this.zone = properties.zone();
    }

    /** A segment's screen; {@code leads}: whether counts lead to customers; {@code choices}: null for who builds none. */
    record Loaded(
            SegmentPage page,
            Map<Long, Department> departments,
            boolean leads,
            @Nullable Choices choices) {}

    Optional<Loaded> page(long segment) {
        return pages.find(segment)
                .map(page -> new Loaded(
                        page,
                        departments.all().stream().collect(Collectors.toMap(Department::id, Function.identity())),
                        segments.builds(),
                        segments.builds() ? choices.all() : null));
    }

    /** What goes out for a campaign, of a segment that was loaded for who builds them. */
    CampaignPart campaign(long segment, Choices choices, Background background) {
        return new CampaignPart(
                segment,
                exports,
                background,
                zone,
                choices.purposes(),
                choices.attributes().stream()
                        .map(TraitChoices.AttributeKey::key)
                        .toList());
    }

    List<SegmentPages.Listed> all() {
        return pages.all();
    }

    boolean builds() {
        return segments.builds();
    }

    /** Of all amounts. */
    String currency() {
        return pages.currency();
    }

    Segments segments() {
        return segments;
    }

    Page<Member> members(long segment, @Nullable Trait only, int offset, int limit) {
        return members.of(segment, only, offset, limit);
    }

    /** In the thirty days up to that of the figures. */
    Page<Mover> moved(long segment, LocalDate day, boolean entered, int offset, int limit) {
        return members.moved(segment, day.minusDays(MOVED_DAYS - 1L), day, entered, offset, limit);
    }

    Page<Member> flowed(Migration.Kind kind, Migration.Flow flow, LocalDate from, LocalDate to, int offset, int limit) {
        return members.flowed(kind, flow, from, to, offset, limit);
    }
}
