package nl.baton.profile.ui;

import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** For what somebody opened profiles since signing in: who comes back to one, or reloads it, is not asked twice. */
@Component
@VaadinSessionScope
class GivenReasons {

    private static final int MOST = 200;

    private final Map<Long, String> byCustomer = new LinkedHashMap<>();

    Optional<String> of(long customer) {
        return Optional.ofNullable(byCustomer.get(customer));
    }

    void give(long customer, String reason) {
        byCustomer.put(customer, reason);
        if (byCustomer.size() > MOST) {
            byCustomer.remove(byCustomer.keySet().iterator().next());
        }
    }
}
