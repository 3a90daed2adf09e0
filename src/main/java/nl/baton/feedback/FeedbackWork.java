package nl.baton.feedback;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.function.UnaryOperator;
import nl.baton.department.Department;
import nl.baton.department.Departments;
import nl.baton.feedback.FeedbackRefused.Reason;
import nl.baton.feedback.WorkTable.Locked;
import nl.baton.feedback.WorkTable.Step;
import nl.baton.security.CurrentUser;
import nl.baton.security.CurrentUserProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sees to what customers said, from who takes it up until the customer was told and it is closed. Each change names the
 * version that was looked at, and is refused where somebody else has changed the item since. Who may read an item's words
 * may work on it: an agent on what nobody owns too, a lead on what the own department owns.
 */
@Service
@PreAuthorize("hasAnyRole('AGENT', 'LEAD')")
public class FeedbackWork {

    public static final int LONGEST = 4_000;
    public static final int LONGEST_REASON = 1_000;

    private final WorkTable table;
    private final DraftTable drafts;
    private final FeedbackSight sight;
    private final Departments departments;
    private final CurrentUserProvider users;
    private final Clock clock;

    FeedbackWork(
            WorkTable table,
            DraftTable drafts,
            FeedbackSight sight,
            Departments departments,
            CurrentUserProvider users,
            Clock clock) {
        this.table = table;
        this.drafts = drafts;
        this.sight = sight;
        this.departments = departments;
        this.users = users;
        this.clock = clock;
    }

    /**
     * Puts it on the asker's desk, and so into the own department.
     *
     * @return the item's version from now on, as of every change here
     * @throws FeedbackRefused naming the reason, as every change here
     */
    @Transactional
    public int take(long id, int version) {
        CurrentUser user = users.get();
        return change(
                id,
                version,
                "TAKEN",
                work -> reached(work, FeedbackStatus.IN_PROGRESS)
                        .with(new Work.Desk(
                                user.homeDepartment()
                                        .map(home -> department(home).code())
                                        .orElse(user.username()),
                                user.username())));
    }

    /** Hands it on to a department, on nobody's desk; the asker may lose sight of it by that. */
    @Transactional
    public int handOn(long id, int version, long department) {
        return change(
                id,
                version,
                "HANDED_ON",
                work -> reached(work, FeedbackStatus.TRIAGED)
                        .with(new Work.Desk(department(department).code(), null)));
    }

    /**
     * Takes down what was done, and that the customer was told of it.
     *
     * @param text what the customer was told
     */
    @Transactional
    public int tell(long id, int version, String done, ToldBy by, String text) {
        String told = required(text, Reason.TELLING_MISSING, LONGEST);
        String what = required(done, Reason.DONE_MISSING, LONGEST);
        Instant now = now();
        Locked item = locked(id, version);
        if (item.customer() == null) {
            throw new FeedbackRefused(Reason.NOBODY_TO_TELL);
        }
        Work work = open(item.work());
        if (!work.waiting()) {
            throw new FeedbackRefused(Reason.TOLD_ALREADY);
        }
        return save(
                item,
                "TOLD",
                desked(work.at(FeedbackStatus.TOLD, now))
                        .with(new Work.Outcome(
                                work.outcome().cause(), what, work.outcome().changed()))
                        .with(new Work.Telling(now, by.name(), told, null)));
    }

    /**
     * Closes it.
     *
     * @param changed whether it has led to a change
     * @param whyNotTold needed of a customer who was not told
     */
    @Transactional
    public int close(
            long id,
            int version,
            String done,
            @Nullable FeedbackCause cause,
            boolean changed,
            @Nullable String whyNotTold) {
        String what = required(done, Reason.DONE_MISSING, LONGEST);
        if (cause == null) {
            throw new FeedbackRefused(Reason.CAUSE_MISSING);
        }
        return change(id, version, "CLOSED", work -> {
            Work.Telling telling = work.telling();
            if (telling.at() == null) {
                telling = new Work.Telling(
                        null,
                        null,
                        null,
                        required(Objects.requireNonNullElse(whyNotTold, ""), Reason.TELLING_MISSING, LONGEST_REASON));
            }
            return desked(open(work).at(FeedbackStatus.CLOSED, now()))
                    .with(new Work.Outcome(cause.name(), what, changed))
                    .with(telling);
        });
    }

    /** Takes back the asker's own last change, as long as nothing came after it. */
    @Transactional
    public int undo(long id, int version) {
        CurrentUser user = users.get();
        Step step = table.step(id, version)
                .filter(taken -> taken.by().equals(user.username()))
                .orElseThrow(() -> new FeedbackRefused(Reason.CHANGED_MEANWHILE));
        // what was handed on is no longer the asker's to see, but the step was
        Locked item = table.lock(id, FeedbackSight.ALL)
                .filter(locked -> locked.version() == version)
                .orElseThrow(() -> new FeedbackRefused(Reason.CHANGED_MEANWHILE));
        if (step.before().waiting() && !item.work().waiting()) {
            drafts.put(
                    id,
                    user.id(),
                    new Draft(
                            item.work().outcome().done(), item.work().telling().text()),
                    now());
        }
        return table.save(item, step.before(), "UNDONE", user.username(), now());
    }

    /** Keeps what the asker typed and has not sent, until it is. */
    @Transactional
    public void keep(long id, Draft draft) {
        if (table.lock(id, sight.readable()).isEmpty()) {
            throw new FeedbackRefused(Reason.GONE);
        }
        if (tooLong(draft.done()) || tooLong(draft.told())) {
            throw new FeedbackRefused(Reason.TOO_LONG);
        }
        drafts.put(id, users.get().id(), draft, now());
    }

    private static boolean tooLong(@Nullable String text) {
        return text != null && text.length() > LONGEST;
    }

    private int change(long id, int version, String deed, UnaryOperator<Work> change) {
        Locked item = locked(id, version);
        return save(item, deed, change.apply(item.work()));
    }

    private int save(Locked item, String deed, Work work) {
        CurrentUser user = users.get();
        int version = table.save(item, work, deed, user.username(), now());
        if (!work.waiting()) {
            drafts.forget(item.id(), user.id());
        }
        return version;
    }

    private Locked locked(long id, int version) {
        Locked item = table.lock(id, sight.readable()).orElseThrow(() -> new FeedbackRefused(Reason.GONE));
        if (item.version() != version) {
            throw new FeedbackRefused(Reason.CHANGED_MEANWHILE);
        }
        return item;
    }

    /** Whoever has it next: a customer who was told stays told. */
    private Work reached(Work work, FeedbackStatus status) {
        return open(work).waiting() ? work.at(status, now()) : work;
    }

    private static Work open(Work work) {
        if (work.stage().status() == FeedbackStatus.CLOSED) {
            throw new FeedbackRefused(Reason.CLOSED);
        }
        return work;
    }

    /** Who tells or closes what was nobody's has made it the own department's. */
    private Work desked(Work work) {
        if (work.desk().owner() != null && !work.desk().owner().isBlank()) {
            return work;
        }
        CurrentUser user = users.get();
        return work.with(new Work.Desk(
                user.homeDepartment().map(home -> department(home).code()).orElse(user.username()), user.username()));
    }

    private Department department(long id) {
        return departments.all().stream()
                .filter(department -> department.id() == id)
                .findFirst()
                .orElseThrow(() -> new FeedbackRefused(Reason.DEPARTMENT_UNKNOWN));
    }

    private static String required(String text, Reason missing, int longest) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            throw new FeedbackRefused(missing);
        }
        if (stripped.length() > longest) {
            throw new FeedbackRefused(Reason.TOO_LONG);
        }
        return stripped;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
