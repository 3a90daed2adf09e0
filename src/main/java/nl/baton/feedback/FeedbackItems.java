package nl.baton.feedback;

import java.util.List;
import nl.baton.base.Stored;
import nl.baton.security.SystemWork;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes feedback in. */
@Service
@PreAuthorize(SystemWork.ALLOWED)
public class FeedbackItems {

    private final FeedbackTable table;

    FeedbackItems(FeedbackTable table) {
        this.table = table;
    }

    /** Stores a batch in the caller's transaction; of each item it is told what became of it. */
    @Transactional
    public List<Stored> store(List<NewFeedback> batch) {
        return table.store(batch);
    }
}
