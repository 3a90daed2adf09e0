package nl.baton.intake.mapping;

import java.util.Arrays;
import java.util.List;
import nl.baton.customer.NewCustomer;
import nl.baton.feedback.FeedbackKind;
import nl.baton.feedback.FeedbackStatus;
import nl.baton.value.NewPurchase;
import org.jspecify.annotations.Nullable;

/** What stands in the cells of a column. */
enum Content {
    TEXT,
    /** A text whose parts may stand in two columns, either of which may be empty. */
    NAME,
    MOMENT,
    DAY,
    /** A moment, or a day, which means its end. */
    DUE,
    NUMBER,
    FLAG(Words.ANSWERED),
    LIST,
    CUSTOMER_KIND(new Words<NewCustomer.Kind>()
            .with(NewCustomer.Kind.PERSON, "person", "persoon", "p", "particulier", "consument", "consumer", "private")
            .with(
                    NewCustomer.Kind.COMPANY,
                    "company",
                    "bedrijf",
                    "c",
                    "b",
                    "organisatie",
                    "organisation",
                    "organization",
                    "zakelijk",
                    "business")),
    PURCHASE_KIND(new Words<NewPurchase.Kind>()
            .with(NewPurchase.Kind.SALE, "sale", "verkoop", "aankoop", "koop", "order", "invoice", "factuur", "debit")
            .with(NewPurchase.Kind.RETURN, "return", "retour", "refund", "terugbetaling", "credit", "creditnota")),
    FEEDBACK_KIND(new Words<FeedbackKind>()
            .with(FeedbackKind.NPS, "nps", "netpromoterscore")
            .with(FeedbackKind.CSAT, "csat", "tevredenheid", "satisfaction")
            .with(FeedbackKind.CES, "ces", "customereffortscore", "effort", "moeite")
            .with(FeedbackKind.COMPLAINT, "complaint", "klacht")
            .with(FeedbackKind.COMPLIMENT, "compliment", "praise")
            .with(FeedbackKind.IDEA, "idea", "idee", "suggestie", "suggestion")
            .with(FeedbackKind.REVIEW, "review", "beoordeling", "recensie")),
    STATUS(new Words<FeedbackStatus>()
            .with(FeedbackStatus.NEW, "new", "nieuw", "open")
            .with(FeedbackStatus.TRIAGED, "triaged", "toegewezen", "assigned")
            .with(FeedbackStatus.IN_PROGRESS, "inprogress", "inbehandeling", "onderhanden", "pending")
            .with(FeedbackStatus.TOLD, "told", "teruggekoppeld", "answered", "beantwoord")
            .with(FeedbackStatus.CLOSED, "closed", "gesloten", "afgesloten", "afgehandeld"));

    private final @Nullable Words<?> words;

    Content() {
        this(null);
    }

    Content(@Nullable Words<?> words) {
        this.words = words;
    }

    /** The words for it; null where any text will do. */
    @Nullable
    Words<?> words() {
        return words;
    }

    boolean isTime() {
        return this == MOMENT || this == DAY || this == DUE;
    }

    static List<String> parts(String list) {
        return Arrays.stream(list.split("[;,]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .distinct()
                .toList();
    }
}
