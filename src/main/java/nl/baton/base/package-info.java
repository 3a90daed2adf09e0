/** Words without a domain: periods, intervals, pages, texts. Depends on no other module. */
@NullMarked
@ApplicationModule(
        displayName = "Base",
        allowedDependencies = {})
package nl.baton.base;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
