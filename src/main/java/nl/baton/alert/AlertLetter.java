package nl.baton.alert;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import nl.baton.base.Texts;
import nl.baton.security.Colleagues.Colleague;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Writes one mail about several alerts, in the language of who gets it, as text and as plain HTML. */
@Component
class AlertLetter {

    private static final int MOST = 30;

    private final Texts texts;
    private final AlertWords words;
    private final AlertProperties properties;

    AlertLetter(Texts texts, AlertWords words, AlertProperties properties) {
        this.texts = texts;
        this.words = words;
        this.properties = properties;
    }

    /** What is in the mail. */
    record Letter(String subject, String text, String html) {}

    Letter write(Colleague person, List<AlertRow> rows) {
        Locale locale = person.language().locale();
        Function<AlertRow, AlertWords.@Nullable Said> said = words.in(locale);
        String intro = texts.text(locale, "alert.mail.intro", person.name(), rows.size());
        var text = new StringBuilder(intro).append("\n\n");
        var html = new StringBuilder("<!doctype html><html lang=\"")
                .append(locale.getLanguage())
                .append("\"><body><p>")
                .append(escaped(intro))
                .append("</p><ul>");
        String subject = texts.text(locale, "alert.mail.subject", rows.size());
        for (AlertRow row : rows.stream().limit(MOST).toList()) {
            AlertWords.Said one = said.apply(row);
            if (one == null) {
                continue;
            }
            if (rows.size() == 1) {
                subject = texts.text(
                        locale,
                        "alert.mail.subject.one",
                        one.title(),
                        one.from().name(),
                        one.to().name());
            }
            String link = link(row.id());
            String lane = one.from().name() + " → " + one.to().name();
            String what = (one.sentence() + " " + one.agreed()).strip();
            String about = about(locale, one);
            text.append("* ")
                    .append(one.title())
                    .append(": ")
                    .append(lane)
                    .append('\n')
                    .append("  ")
                    .append(what)
                    .append('\n');
            if (!about.isEmpty()) {
                text.append("  ").append(about).append('\n');
            }
            text.append("  ").append(link).append("\n\n");
            html.append("<li><p><b>")
                    .append(escaped(one.title()))
                    .append("</b>: ")
                    .append(escaped(lane))
                    .append("<br>")
                    .append(escaped(what))
                    .append(about.isEmpty() ? "" : "<br>" + escaped(about))
                    .append("<br><a href=\"")
                    .append(escaped(link))
                    .append("\">")
                    .append(escaped(texts.text(locale, "alert.mail.open")))
                    .append("</a></p></li>");
        }
        html.append("</ul>");
        if (rows.size() > MOST) {
            String more = texts.text(locale, "alert.mail.more", rows.size() - MOST);
            text.append(more).append("\n\n");
            html.append("<p>").append(escaped(more)).append("</p>");
        }
        String foot = texts.text(locale, "alert.mail.foot", address());
        text.append(foot).append('\n');
        html.append("<p>").append(escaped(foot)).append("</p></body></html>");
        return new Letter(subject, text.toString(), html.toString());
    }

    private String about(Locale locale, AlertWords.Said one) {
        var passedAt = one.passedAt();
        return one.journey().isEmpty() || passedAt == null
                ? one.journey()
                : texts.text(locale, "alert.mail.journey", one.journey(), words.moment(locale, passedAt));
    }

    private String address() {
        return properties.url().toString().replaceAll("/+$", "") + "/alerts";
    }

    private String link(long alert) {
        return address() + "?alert=" + alert;
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
