package nl.baton.segment.ui.build;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.baton.segment.Condition;
import nl.baton.segment.Trait;
import nl.baton.segment.Trait.BreakdownOpen;
import nl.baton.segment.Trait.ConsentTo;
import nl.baton.segment.Trait.HandoffBroken;
import nl.baton.segment.Trait.StageIs;
import nl.baton.segment.Trait.TierIs;
import nl.baton.value.model.LifecycleStage;
import nl.baton.value.model.Tier;

/** What stands there while nothing is asked for: examples to begin with. */
final class StartingPoints extends Div {

    private static final long serialVersionUID = 1;
    private static final int DAYS = 30;

    StartingPoints(List<String> purposes, BuilderReading reading, SerializableConsumer<Condition> begin) {
        addClassName("starting-points");
        add(new Paragraph(getTranslation("segment.build.start")));
        Div examples = new Div();
        examples.addClassName("examples");
        examples.add(example(
                "valuable",
                new Condition.All(
                        List.of(new TierIs(Set.of(Tier.A, Tier.B)), new StageIs(Set.of(LifecycleStage.AT_RISK)))),
                reading,
                begin));
        purposes.stream()
                .filter(purpose -> purpose.toLowerCase(Locale.ROOT).contains("mail"))
                .findFirst()
                .or(() -> purposes.stream().findFirst())
                .ifPresentOrElse(
                        purpose -> examples.add(example(
                                "consent",
                                new Condition.All(
                                        List.of(new ConsentTo(purpose), new Condition.Not(new BreakdownOpen(null)))),
                                reading,
                                begin)),
                        () -> examples.add(example(
                                "broken",
                                new Condition.All(List.of(new TierIs(Set.of(Tier.A, Tier.B)), new BreakdownOpen(null))),
                                reading,
                                begin)));
        Trait promised = new HandoffBroken("BROKEN_PROMISE", null, null, DAYS);
        examples.add(example("promise", new Condition.All(List.of(promised)), reading, begin));
        add(examples);
    }

    private NativeButton example(
            String key, Condition condition, BuilderReading reading, SerializableConsumer<Condition> begin) {
        Span title = new Span(getTranslation("segment.build.start." + key));
        title.addClassName("title");
        Span sentence = new Span(reading.words().sentence(condition, getLocale()));
        sentence.addClassName("sentence");
        NativeButton example = new NativeButton("", click -> begin.accept(condition));
        example.add(title, sentence);
        return example;
    }
}
