/** The department's workspace, and where each role starts. */
@NullMarked
package nl.baton.workspace.ui;

import org.jspecify.annotations.NullMarked;
