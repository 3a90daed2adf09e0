/** The screens of sign-in, users and audit. */
@NullMarked
package nl.baton.security.ui;

import org.jspecify.annotations.NullMarked;
