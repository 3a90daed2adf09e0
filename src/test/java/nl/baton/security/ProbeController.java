package nl.baton.security;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A part of the API that exists in tests only, so that its guard is tested and not what lies behind it. */
@RestController
class ProbeController {

    @GetMapping("/api/v1/probe")
    @PreAuthorize("hasAuthority('SCOPE_handoffs:read')")
    String probe() {
        return "in";
    }
}
