-- A promise, by its id within its source, as the touchpoints that name it make it out. due_at is null while it was only
-- settled and not yet heard of. state_by_due: how it was last settled up to its due moment; last_state: whenever.
CREATE TABLE promise (
    id                 BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    source             VARCHAR(80)  NOT NULL,
    code               VARCHAR(200) NOT NULL,
    touchpoint_id      BIGINT,
    case_id            BIGINT,
    department_id      BIGINT,
    promise_text       VARCHAR(4000),
    from_at            DATETIME(6),
    due_at             DATETIME(6),
    chosen_by_customer BOOLEAN,
    made_at            DATETIME(6),
    state_by_due       VARCHAR(10),
    last_state         VARCHAR(10),
    last_state_at      DATETIME(6),
    CONSTRAINT promise_identity UNIQUE (code, source)
);
CREATE INDEX promise_of_case ON promise (case_id);
CREATE INDEX promise_unsettled ON promise (last_state, due_at);

-- Which touchpoints make or settle a promise.
CREATE TABLE promise_mention (
    touchpoint_id BIGINT       NOT NULL,
    source        VARCHAR(80)  NOT NULL,
    code          VARCHAR(200) NOT NULL,
    PRIMARY KEY (touchpoint_id, code, source)
);
CREATE INDEX promise_mention_of ON promise_mention (code, source);

-- Who has a journey in which something was promised. waiting_department_id: whom it was handed to and has not begun.
CREATE TABLE promise_holder (
    journey_id            BIGINT NOT NULL PRIMARY KEY,
    department_id         BIGINT,
    waiting_department_id BIGINT
);
CREATE INDEX promise_holder_department ON promise_holder (department_id);
CREATE INDEX promise_holder_waiting ON promise_holder (waiting_department_id);

-- What was promised before is noted when the journeys are computed again.
INSERT INTO changed_case (case_id, marked_at)
SELECT DISTINCT case_id, CURRENT_TIMESTAMP FROM touchpoint
WHERE details LIKE '%"promises":[{%' OR details LIKE '%"settles":[{%';
