/**
 * How a company sets itself up from a script: departments and journey types through the API. What is sent is read by
 * hand, field by field, so that what is wrong is told by its own name and a misspelt field is never passed over.
 */
@NullMarked
package nl.baton.intake.setup;

import org.jspecify.annotations.NullMarked;
