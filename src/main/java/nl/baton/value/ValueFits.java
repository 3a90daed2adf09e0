package nl.baton.value;

import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was fitted, whether it is used, and how well it foresaw what came: of all customers together, never of one. */
@Service
@PreAuthorize("hasAnyRole('MARKETER', 'EXECUTIVE', 'ADMIN')")
public class ValueFits {

    private static final int MOST = 100;

    private final FitTable table;

    ValueFits(FitTable table) {
        this.table = table;
    }

    /** A fit, and whether customers are valued by it from now on. */
    public record Version(ValueFit fit, boolean inUse) {}

    /** The last first, at most a hundred. */
    @Transactional(readOnly = true)
    public List<Version> latest() {
        return table.latest(MOST).stream()
                .map(fit -> new Version(
                        fit,
                        table.inUse(fit.currency(), fit.kind())
                                .filter(used -> used.id() == fit.id())
                                .isPresent()))
                .toList();
    }
}
