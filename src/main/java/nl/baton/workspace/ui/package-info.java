/** Where each role starts. */
@NullMarked
package nl.baton.workspace.ui;

import org.jspecify.annotations.NullMarked;
