/** The screen on which departments are named, given calendars, merged and parted. */
@NullMarked
package nl.baton.department.ui;

import org.jspecify.annotations.NullMarked;
