package nl.baton.journey;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kinds of channel that screens draw apart. What a source calls its channel is kept as it is. */
public enum ChannelKind {
    PHONE("phone", "tel", "call", "bel"),
    MAIL("mail"),
    CHAT("chat", "whatsapp", "messag", "bericht"),
    APP("app"),
    WEB("web", "internet", "portal", "online", "site", "self service", "self-service"),
    VISIT("visit", "bezoek", "desk", "counter", "balie", "shop", "winkel", "personal"),
    LETTER("letter", "brief", "post", "paper"),
    OTHER;

    private final String[] signs;

    ChannelKind(String... signs) {
        this.signs = signs;
    }

    /** What in a source's word for it tells the kind, in small letters; none for the rest. */
    List<String> signs() {
        return List.of(signs);
    }

    /** The first kind whose sign occurs in the source's word for it. */
    public static ChannelKind of(@Nullable String channel) {
        if (channel != null) {
            String word = channel.toLowerCase(Locale.ROOT);
            for (ChannelKind kind : values()) {
                for (String sign : kind.signs) {
                    if (word.contains(sign)) {
                        return kind;
                    }
                }
            }
        }
        return OTHER;
    }
}
