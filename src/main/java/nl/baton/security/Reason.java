package nl.baton.security;

import java.util.Locale;

/** Why something about an account or a token was refused; each has a sentence in the message files. */
public enum Reason {
    USERNAME_EMPTY,
    USERNAME_SHAPE,
    USERNAME_TAKEN,
    NAME_EMPTY,
    EMAIL_SHAPE,
    ROLES_EMPTY,
    OWN_ROLES,
    OWN_ACCOUNT,
    LAST_ADMINISTRATOR,
    UNKNOWN_USER,
    UNKNOWN_DEPARTMENT,
    PASSWORD_SHORT,
    PASSWORD_LONG,
    PASSWORD_MONOTONE,
    PASSWORD_NAME,
    LINK_SPENT,
    TOKEN_NAME_EMPTY,
    TOKEN_NAME_LONG,
    TOKEN_SCOPES_EMPTY;

    /** The key of its sentence. */
    public String key() {
        return "security.refused." + name().toLowerCase(Locale.ROOT);
    }
}
