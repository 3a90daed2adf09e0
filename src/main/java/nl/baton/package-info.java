/**
 * Baton: one shared customer profile for all departments, and where the handoffs between them break down. Each package
 * below is a module; its own {@code package-info} is its front door.
 */
@NullMarked
package nl.baton;

import org.jspecify.annotations.NullMarked;
