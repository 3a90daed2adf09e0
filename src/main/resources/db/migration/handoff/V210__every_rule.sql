-- What two departments agreed for their lane, in versions. It is in force from since_at once both have signed, until a
-- later one is. required_facts: keys, one on a line. state: PROPOSED, SIGNED, WITHDRAWN (before both had signed).
CREATE TABLE pact (
    id                 BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
    from_department_id BIGINT        NOT NULL,
    to_department_id   BIGINT        NOT NULL,
    version            INT           NOT NULL,
    pick_up_ms         BIGINT        NOT NULL,
    max_returns        INT           NOT NULL,
    required_facts     VARCHAR(4000) NOT NULL,
    since_at           DATETIME(6)   NOT NULL,
    state              VARCHAR(10)   NOT NULL,
    proposed_by        VARCHAR(120)  NOT NULL,
    proposed_at        DATETIME(6)   NOT NULL,
    signed_from        VARCHAR(120),
    signed_from_at     DATETIME(6),
    signed_to          VARCHAR(120),
    signed_to_at       DATETIME(6),
    CONSTRAINT pact_version UNIQUE (from_department_id, to_department_id, version)
);
CREATE INDEX pact_to ON pact (to_department_id);

-- By what handoffs are judged where no pact is in force: null means what Baton was started with. version moves with every
-- change of these and of pacts. rules_off: codes of rules that are switched off, with commas between.
CREATE TABLE judging_settings (
    id          INT          NOT NULL PRIMARY KEY,
    version     BIGINT       NOT NULL,
    pick_up_ms  BIGINT,
    max_returns INT,
    rules_off   VARCHAR(400) NOT NULL,
    changed_by  VARCHAR(120),
    changed_at  DATETIME(6)  NOT NULL
);
INSERT INTO judging_settings (id, version, rules_off, changed_at) VALUES (1, 1, '', CURRENT_TIMESTAMP);

-- What a lead said of a finding, by the touchpoint that picked up: it outlives every new computation.
-- state: MENDED or DISMISSED.
CREATE TABLE finding_verdict (
    pickup_touchpoint_id BIGINT        NOT NULL,
    rule                 VARCHAR(20)   NOT NULL,
    state                VARCHAR(10)   NOT NULL,
    reason               VARCHAR(1000) NOT NULL,
    decided_by           VARCHAR(120)  NOT NULL,
    decided_at           DATETIME(6)   NOT NULL,
    PRIMARY KEY (pickup_touchpoint_id, rule)
);

-- broken: by a rule that is known by the end of the receiving leg, which is what the rate counts. marked: by any rule.
-- dismissed: it has a finding that was dismissed, which counts in neither. judged_rules: rules with a window of their own
-- that has closed; exempt_rules: rules with a window after the pick-up that cannot judge it.
ALTER TABLE handoff ADD COLUMN marked BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE handoff ADD COLUMN dismissed BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE handoff ADD COLUMN judged_rules VARCHAR(200);
ALTER TABLE handoff ADD COLUMN exempt_rules VARCHAR(200);
UPDATE handoff SET marked = TRUE WHERE broken = TRUE;

-- known: L by the end of the receiving leg, D so many days after the pick-up, O when its own window closes.
ALTER TABLE finding ADD COLUMN known CHAR(1) NOT NULL DEFAULT 'L';
ALTER TABLE finding ADD COLUMN dismissed BOOLEAN NOT NULL DEFAULT FALSE;

-- judged: handoffs whose own window for this rule has closed. exempt: handoffs that this rule cannot judge.
ALTER TABLE lane_span_rule ADD COLUMN judged BIGINT NOT NULL DEFAULT 0;
ALTER TABLE lane_span_rule ADD COLUMN exempt BIGINT NOT NULL DEFAULT 0;
ALTER TABLE lane_span_rule ADD COLUMN dismissed BIGINT NOT NULL DEFAULT 0;

-- abandoned_at: when the silence that it waits in has lasted thirty days, or when the customer cancelled. Cancelled ones
-- wait no longer, and are kept for that count alone.
ALTER TABLE pending_pass ADD COLUMN abandoned_at DATETIME(6);
ALTER TABLE pending_pass ADD COLUMN cancelled BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE pending_pass ADD COLUMN agreed_ms BIGINT NOT NULL DEFAULT 0;

-- Up to which moment it has been seen what went by without anything arriving; see TimePassing.
CREATE TABLE time_passed (
    id       INT         NOT NULL PRIMARY KEY,
    seen_to  DATETIME(6) NOT NULL
);
INSERT INTO time_passed (id, seen_to) VALUES (1, CURRENT_TIMESTAMP);
