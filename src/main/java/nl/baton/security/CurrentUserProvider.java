package nl.baton.security;

/** Gives the user on whose behalf the current thread works. */
public interface CurrentUserProvider {

    /** @throws org.springframework.security.access.AccessDeniedException when nobody is signed in */
    CurrentUser get();
}
