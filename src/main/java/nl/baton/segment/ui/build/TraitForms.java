package nl.baton.segment.ui.build;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.SerializableRunnable;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.baton.customer.NewCustomer;
import nl.baton.feedback.FeedbackKind;
import nl.baton.segment.Trait;
import nl.baton.segment.Trait.LivesAs.Aspect;
import nl.baton.segment.Trait.Prefers.Wish;
import nl.baton.segment.Trait.WorthIs.Worth;
import nl.baton.segment.TraitChoices.Choices;
import nl.baton.segment.TraitChoices.Named;
import nl.baton.segment.ui.build.SelectForm.Answers;
import nl.baton.segment.ui.build.SelectForm.Asked;
import nl.baton.segment.ui.build.SelectForm.Choice;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.RfmSegment;
import nl.baton.value.model.Tier;
import org.jspecify.annotations.Nullable;

/** Makes the fields that fit a kind of trait. */
final class TraitForms implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int PERCENT = 100;

    private final Component says;
    private final transient Choices choices;
    private final transient BuilderReading reading;
    private final Locale locale;

    TraitForms(Component says, Choices choices, BuilderReading reading, Locale locale) {
        this.says = says;
        this.choices = choices;
        this.reading = reading;
        this.locale = locale;
    }

    TraitForm form(TraitKind kind, SerializableRunnable changed) {
        return switch (kind) {
            case KIND ->
                select(
                        List.of(asked("kind", kinds(), false)),
                        false,
                        answers -> new Trait.KindIs(NewCustomer.Kind.valueOf(answers.needed(0))),
                        trait -> Answers.of(((Trait.KindIs) trait).kind()),
                        changed);
            case ATTRIBUTE -> new ValuesForm(choices.attributes(), Trait.AttributeIs::new, changed);
            case LIFE_STAGE -> livesAs(Aspect.LIFE_STAGE, choices.lifeStages(), changed);
            case LIFESTYLE -> livesAs(Aspect.LIFESTYLE, choices.lifestyles(), changed);
            case CHANNEL -> prefers(Wish.CHANNEL, choices.channels(), changed);
            case LANGUAGE -> prefers(Wish.LANGUAGE, choices.languages(), changed);
            case TIER ->
                new ChipsForm<>(
                        List.of(Tier.values()),
                        label(kind),
                        Tier::name,
                        Trait.TierIs::new,
                        trait -> ((Trait.TierIs) trait).tiers(),
                        changed);
            case RFM ->
                new ChipsForm<>(
                        List.of(RfmSegment.values()),
                        label(kind),
                        segment -> says.getTranslation("value.rfm." + segment),
                        Trait.RfmIs::new,
                        trait -> ((Trait.RfmIs) trait).segments(),
                        changed);
            case STAGE ->
                new ChipsForm<>(
                        LifecycleStage.COURSE,
                        label(kind),
                        stage -> says.getTranslation("value.stage." + stage),
                        Trait.StageIs::new,
                        trait -> ((Trait.StageIs) trait).stages(),
                        changed);
            case CURRENT -> worth(Worth.CURRENT, changed);
            case POTENTIAL -> worth(Worth.POTENTIAL, changed);
            case TOTAL -> worth(Worth.TOTAL, changed);
            case ALIVE -> new RangeForm("%", PERCENT, Trait.AliveIs::new, changed);
            case SCORE -> new ScoreForm(changed);
            case JOURNEY_OPEN ->
                select(
                        List.of(asked("type", named(choices.types()), true)),
                        false,
                        answers -> new Trait.JourneyOpen(answers.id(0)),
                        trait -> Answers.of(((Trait.JourneyOpen) trait).type()),
                        changed);
            case JOURNEY_BEGUN ->
                select(
                        List.of(asked("type", named(choices.types()), true)),
                        true,
                        answers -> new Trait.JourneyBegun(answers.id(0), answers.days()),
                        trait -> Answers.within(
                                ((Trait.JourneyBegun) trait).days(), ((Trait.JourneyBegun) trait).type()),
                        changed);
            case BREAKDOWN_OPEN ->
                select(
                        List.of(asked("rule", rules(choices.openRules()), true)),
                        false,
                        answers -> new Trait.BreakdownOpen(answers.code(0)),
                        trait -> Answers.of(((Trait.BreakdownOpen) trait).rule()),
                        changed);
            case HANDOFF_BROKEN ->
                select(
                        List.of(
                                asked("rule", rules(choices.rules()), true),
                                asked("from-department", named(choices.departments()), true),
                                asked("to-department", named(choices.departments()), true)),
                        true,
                        answers ->
                                new Trait.HandoffBroken(answers.code(0), answers.id(1), answers.id(2), answers.days()),
                        TraitForms::broken,
                        changed);
            case FEEDBACK ->
                select(
                        List.of(asked(
                                "feedback",
                                codes(Stream.of(FeedbackKind.values()).map(Enum::name), "feedback.kind."),
                                false)),
                        true,
                        answers -> new Trait.FeedbackGiven(FeedbackKind.valueOf(answers.needed(0)), answers.days()),
                        trait -> Answers.within(
                                ((Trait.FeedbackGiven) trait).days(), ((Trait.FeedbackGiven) trait).kind()),
                        changed);
            case COMPLAINT ->
                select(List.of(), false, answers -> new Trait.ComplaintOpen(), trait -> Answers.of(), changed);
            case CONSENT ->
                select(
                        List.of(asked("purpose", plain(choices.purposes(), Function.identity()), false)),
                        false,
                        answers -> new Trait.ConsentTo(answers.needed(0)),
                        trait -> Answers.of(((Trait.ConsentTo) trait).purpose()),
                        changed);
        };
    }

    private static Answers broken(Trait trait) {
        Trait.HandoffBroken of = (Trait.HandoffBroken) trait;
        return Answers.within(of.days(), of.rule(), of.from(), of.to());
    }

    private static SelectForm select(
            List<Asked> asked,
            boolean days,
            SerializableFunction<Answers, Trait> make,
            SerializableFunction<Trait, Answers> read,
            SerializableRunnable changed) {
        return new SelectForm(asked, days, make, read, changed);
    }

    private TraitForm livesAs(Aspect aspect, List<String> offered, SerializableRunnable changed) {
        return new ValuesForm(offered, aspect.name(), (key, values) -> new Trait.LivesAs(aspect, values), changed);
    }

    private TraitForm prefers(Wish wish, List<String> offered, SerializableRunnable changed) {
        Trait any = new Trait.Prefers(wish, "nl");
        return select(
                List.of(asked(
                        wish == Wish.CHANNEL ? "channel" : "language",
                        plain(offered, value -> reading.words().value(any, value, locale)),
                        false)),
                false,
                answers -> new Trait.Prefers(wish, answers.needed(0)),
                trait -> Answers.of(((Trait.Prefers) trait).value()),
                changed);
    }

    private TraitForm worth(Worth of, SerializableRunnable changed) {
        return new RangeForm(reading.sign(), 1, (from, below) -> new Trait.WorthIs(of, from, below), changed);
    }

    private String label(TraitKind kind) {
        return says.getTranslation("segment.build.trait." + kind);
    }

    private Asked asked(String field, List<Choice> offered, boolean any) {
        @Nullable String none = any ? says.getTranslation("segment.build.any." + field) : null;
        return new Asked(says.getTranslation("segment.build.field." + field), offered, none);
    }

    private List<Choice> kinds() {
        return codes(Stream.of(NewCustomer.Kind.values()).map(Enum::name), "segment.build.kind.");
    }

    private List<Choice> codes(Stream<String> codes, String prefix) {
        return codes.map(code -> new Choice(code, says.getTranslation(prefix + code)))
                .toList();
    }

    private List<Choice> rules(List<String> codes) {
        return byName(codes.stream().map(code -> new Choice(code, reading.rule(locale, code))));
    }

    private static List<Choice> named(List<Named> all) {
        return byName(all.stream().map(each -> new Choice(Long.toString(each.id()), each.name())));
    }

    private static List<Choice> plain(List<String> all, Function<String, String> words) {
        return all.stream().map(each -> new Choice(each, words.apply(each))).toList();
    }

    private static List<Choice> byName(Stream<Choice> all) {
        return all.sorted(Comparator.comparing(Choice::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }
}
