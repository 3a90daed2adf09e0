-- What Baton's own people do with an item stands in the item itself. stated: the version that its source sent last, as JSON,
-- once somebody here has taken the item up; from then on what the source says of status, owner, due, themes, cause, what was
-- done, what the customer was told and closing is kept there only. version: counts every change, so that two people who change
-- the same item are told. owner_word: the owner as one looks for it; null for nobody. handler: the user's name of who has it on
-- the desk. tell_by: by when the customer should have heard what came of it. waiting: whether the customer has yet to hear.
ALTER TABLE feedback ADD COLUMN stated MEDIUMTEXT;
ALTER TABLE feedback ADD COLUMN version INT DEFAULT 0 NOT NULL;
ALTER TABLE feedback ADD COLUMN owner_word VARCHAR(120);
ALTER TABLE feedback ADD COLUMN handler VARCHAR(80);
ALTER TABLE feedback ADD COLUMN tell_by DATETIME(6);
ALTER TABLE feedback ADD COLUMN waiting BOOLEAN DEFAULT TRUE NOT NULL;
ALTER TABLE feedback ADD COLUMN triaged_at DATETIME(6);
ALTER TABLE feedback ADD COLUMN begun_at DATETIME(6);
ALTER TABLE feedback ADD COLUMN told_text VARCHAR(4000);

UPDATE feedback SET
    owner_word = NULLIF(LOWER(TRIM(owner)), ''),
    tell_by = COALESCE(due_at, CASE
        WHEN kind = 'COMPLAINT' OR (kind = 'NPS' AND score <= 6) OR (kind = 'CSAT' AND score <= 2) OR (kind = 'CES' AND score <= 3)
            THEN received_at + INTERVAL '7' DAY
        ELSE received_at + INTERVAL '14' DAY END),
    waiting = CASE WHEN status IN ('TOLD', 'CLOSED') OR told_at IS NOT NULL THEN FALSE ELSE TRUE END;

-- The list of those who wait, by when they should have heard; counted without reading the items.
CREATE INDEX feedback_waiting ON feedback (waiting, tell_by, id, owner_word, kind, status, score, handler);
CREATE INDEX feedback_of_owner ON feedback (owner_word, waiting, tell_by, id, kind, status, score, handler);
CREATE INDEX feedback_of_handler ON feedback (handler, waiting, tell_by, id);
-- All of it, the last first.
CREATE INDEX feedback_by_receipt ON feedback (received_at, id, owner_word, kind, status, score, handler);

-- What somebody did with an item, and how it stood before, as JSON, so that it can be taken back. version: that it led to.
CREATE TABLE feedback_step (
    feedback_id BIGINT      NOT NULL,
    version     INT         NOT NULL,
    deed        VARCHAR(12) NOT NULL,
    done_by     VARCHAR(80) NOT NULL,
    done_at     DATETIME(6) NOT NULL,
    before_it   MEDIUMTEXT  NOT NULL,
    PRIMARY KEY (feedback_id, version),
    CONSTRAINT step_feedback FOREIGN KEY (feedback_id) REFERENCES feedback (id)
);

CREATE INDEX feedback_step_done ON feedback_step (done_at);

-- What somebody typed and has not sent.
CREATE TABLE feedback_draft (
    feedback_id BIGINT      NOT NULL,
    user_id     BIGINT      NOT NULL,
    done        VARCHAR(4000),
    told        VARCHAR(4000),
    saved_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (feedback_id, user_id),
    CONSTRAINT draft_feedback FOREIGN KEY (feedback_id) REFERENCES feedback (id)
);
