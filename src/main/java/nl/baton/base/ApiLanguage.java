package nl.baton.base;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** The language of who calls the API: English, unless another language of Baton's is asked for. */
public final class ApiLanguage {

    private ApiLanguage() {}

    public static Locale of(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null ? Locale.ENGLISH : request.getLocale();
    }
}
