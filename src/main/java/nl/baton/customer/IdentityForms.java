package nl.baton.customer;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one form that all notations of an identity have: two identities are the same exactly when their forms are. */
@Component
class IdentityForms {

    /** To be raised whenever forms come out otherwise than before, so that what is stored is read again. */
    private static final int VERSION = 1;

    /** Fewer digits tell no two phones apart. */
    private static final int PHONE_DIGITS = 6;

    /** A number with its country in front. */
    private static final String ANYWHERE = "ZZ";

    /** What RFC 5322 allows without quotes, and a domain of at least two labels. */
    private static final Pattern MAIL = Pattern.compile(
            "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z0-9-]{2,}");

    /** Something before and something behind it; what is to be kept back is better taken too widely. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@\uFF20]\\s*[@\uFF20]\\s*[^\\s@\uFF20]");

    private static final int LONGEST_MAIL = 254;

    private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    private final String region;

    IdentityForms(CustomerProperties properties) {
        this.region = properties.region();
    }

    /** Differs whenever the same identities may have another form. */
    String rules() {
        return VERSION + " " + region;
    }

    /** Empty for what tells no two customers apart. */
    Optional<String> of(Identity.Kind kind, String value, @Nullable String system) {
        String form = switch (kind) {
            case SOURCE -> system == null ? "" : system + ":" + value;
            case EMAIL -> mail(value);
            case PHONE -> phone(value);
            case LOYALTY -> SearchableIdentity.plain(value);
        };
        return form.isEmpty() ? Optional.empty() : Optional.of(kind + ":" + form);
    }

    /** Whether it can be what it says it is; numbers that sources give can be anything. */
    boolean wellFormed(Identity.Kind kind, String value) {
        return switch (kind) {
            case SOURCE, LOYALTY -> true;
            case EMAIL ->
                value.strip().length() <= LONGEST_MAIL
                        && MAIL.matcher(mail(value)).matches()
                        && !value.strip().matches(".*\\s.*");
            case PHONE -> parsed(value).map(phones::isValidNumber).orElse(false);
        };
    }

    /** Whether an e-mail address or a phone number stands somewhere in a text, or is all there is of it. */
    boolean reaches(String text) {
        return ADDRESS.matcher(text).find()
                || text.chars().filter(Character::isDigit).count() >= PHONE_DIGITS
                        && (wellFormed(Identity.Kind.PHONE, text)
                                || phones.findNumbers(text, region).iterator().hasNext()
                                || phones.findNumbers(text, ANYWHERE, Leniency.POSSIBLE, 1)
                                        .iterator()
                                        .hasNext());
    }

    /** A domain in letters beyond ASCII is the same as what stands for it. */
    private static String mail(String value) {
        String plain = SearchableIdentity.plain(value);
        int at = plain.lastIndexOf('@');
        try {
            return at < 0 ? plain : plain.substring(0, at + 1) + IDN.toASCII(plain.substring(at + 1));
        } catch (IllegalArgumentException noDomain) {
            return plain;
        }
    }

    /** By E.164, with the extension; what is no number anywhere by its digits. */
    private String phone(String value) {
        Optional<PhoneNumber> number = parsed(value).filter(phones::isPossibleNumber);
        if (number.isPresent()) {
            String extension = number.get().getExtension();
            return phones.format(number.get(), PhoneNumberFormat.E164) + (extension.isEmpty() ? "" : "x" + extension);
        }
        String digits = value.replaceAll("\\D", "");
        return digits.length() < PHONE_DIGITS ? "" : digits;
    }

    private Optional<PhoneNumber> parsed(String value) {
        try {
            return Optional.of(phones.parse(value, region));
        } catch (NumberParseException none) {
            return Optional.empty();
        }
    }
}
