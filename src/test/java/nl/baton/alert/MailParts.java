package nl.baton.alert;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;

/** The text and the HTML of a mail, as its reader gets them. */
record MailParts(String text, String html) {

    MailParts(MimeMessage mail) throws MessagingException, IOException {
        this(
                find((MimeMultipart) mail.getContent(), "text/plain"),
                find((MimeMultipart) mail.getContent(), "text/html"));
    }

    private static String find(MimeMultipart parts, String type) throws MessagingException, IOException {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType(type)) {
                return (String) part.getContent();
            }
            if (part.getContent() instanceof MimeMultipart inner) {
                String found = find(inner, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
