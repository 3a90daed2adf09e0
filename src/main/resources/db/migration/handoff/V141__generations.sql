-- Everything here is computed from touchpoints. A rebuild computes it once more as another generation beside the one
-- that screens read, and then changes over.
-- state: BUILDING, LIVE (one), RETIRED. next_case: how far a rebuild has come; done: of so many cases.
CREATE TABLE figures_generation (
    generation   INT         NOT NULL PRIMARY KEY,
    state        VARCHAR(10) NOT NULL,
    next_case    BIGINT      NOT NULL,
    cases        BIGINT      NOT NULL,
    done         BIGINT      NOT NULL,
    begun_at     DATETIME(6) NOT NULL,
    changed_at   DATETIME(6) NOT NULL
);
INSERT INTO figures_generation (generation, state, next_case, cases, done, begun_at, changed_at)
VALUES (1, 'LIVE', 0, 0, 0, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP);

-- One row for each transaction that moved figures, for open screens to see. customers: whose journeys changed.
CREATE TABLE figures_move (
    id        BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    moved_at  DATETIME(6) NOT NULL,
    customers MEDIUMTEXT  NOT NULL
);

DROP TABLE finding;
DROP TABLE handoff;
DROP TABLE pending_pass;
DROP TABLE journey_day;
DROP TABLE summary_day;
DROP TABLE lane_day;
DROP TABLE lane_day_rule;
DROP TABLE lane_day_wait;

-- day: the pick-up day in the company's time zone. leg_ended_at: when B's leg ended, null while nobody has taken over
-- and the journey is open. first_on_lane: the journey's first pass there, so that a lane's journeys add up over days.
-- firsts: the same in bits, for the journey's first handoff, ping-pong and return, overall and per department.
CREATE TABLE handoff (
    id                    BIGINT      NOT NULL PRIMARY KEY,
    generation            INT         NOT NULL,
    journey_id            BIGINT      NOT NULL,
    journey_type_id       BIGINT      NOT NULL,
    grain                 VARCHAR(10) NOT NULL,
    sequence_number       INT         NOT NULL,
    lane_id               BIGINT      NOT NULL,
    passing_touchpoint_id BIGINT      NOT NULL,
    pickup_touchpoint_id  BIGINT      NOT NULL,
    passed_at             DATETIME(6) NOT NULL,
    picked_up_at          DATETIME(6) NOT NULL,
    pickup_day            DATE        NOT NULL,
    leg_ended_at          DATETIME(6),
    wait_ms               BIGINT      NOT NULL,
    business_wait_ms      BIGINT      NOT NULL,
    explicit_pass         BOOLEAN     NOT NULL,
    chases                INT         NOT NULL,
    ping_pong             BOOLEAN     NOT NULL,
    is_return             BOOLEAN     NOT NULL,
    bounced               BOOLEAN     NOT NULL,
    first_on_lane         BOOLEAN     NOT NULL,
    firsts                INT         NOT NULL,
    broken                BOOLEAN     NOT NULL,
    CONSTRAINT handoff_in_journey UNIQUE (journey_id, generation, grain, sequence_number)
);
CREATE INDEX handoff_by_lane ON handoff (lane_id, generation, picked_up_at);
CREATE INDEX handoff_by_day ON handoff (generation, grain, pickup_day);

-- Why a handoff is judged broken: the touchpoints that show it, and what was measured against what was allowed.
CREATE TABLE finding (
    handoff_id  BIGINT        NOT NULL,
    rule        VARCHAR(20)   NOT NULL,
    touchpoints VARCHAR(2000) NOT NULL,
    measured    BIGINT,
    allowed     BIGINT,
    subject     VARCHAR(120),
    PRIMARY KEY (handoff_id, rule)
);

-- Handed over, not begun. overdue_at: when the pick-up time has passed in the receiver's opening hours.
CREATE TABLE pending_pass (
    journey_id            BIGINT      NOT NULL,
    generation            INT         NOT NULL,
    grain                 VARCHAR(10) NOT NULL,
    lane_id               BIGINT      NOT NULL,
    journey_type_id       BIGINT      NOT NULL,
    passing_touchpoint_id BIGINT      NOT NULL,
    passed_at             DATETIME(6) NOT NULL,
    overdue_at            DATETIME(6) NOT NULL,
    chases                INT         NOT NULL,
    PRIMARY KEY (journey_id, generation, grain, lane_id)
);
CREATE INDEX pending_pass_overdue ON pending_pass (generation, grain, overdue_at);

-- A journey's touchpoints per day, kept so that a changed journey moves summary_day by the exact difference.
CREATE TABLE journey_day (
    journey_id         BIGINT  NOT NULL,
    generation         INT     NOT NULL,
    touchpoint_day     DATE    NOT NULL,
    journey_type_id    BIGINT  NOT NULL,
    with_department    INT     NOT NULL,
    without_department INT     NOT NULL,
    first_day          BOOLEAN NOT NULL,
    PRIMARY KEY (journey_id, generation, touchpoint_day)
);

-- Roll-ups: whole numbers only, moved by the exact difference between a journey's old and new handoffs.
CREATE TABLE summary_day (
    generation         INT    NOT NULL,
    journey_type_id    BIGINT NOT NULL,
    touchpoint_day     DATE   NOT NULL,
    with_department    BIGINT NOT NULL,
    without_department BIGINT NOT NULL,
    journeys           BIGINT NOT NULL,
    PRIMARY KEY (generation, journey_type_id, touchpoint_day)
);
CREATE INDEX summary_day_by_day ON summary_day (generation, touchpoint_day);

-- judged: handoffs whose leg in the receiving unit has ended; unjudged_broken: broken ones whose leg has not.
CREATE TABLE lane_day (
    generation             INT    NOT NULL,
    lane_id                BIGINT NOT NULL,
    journey_type_id        BIGINT NOT NULL,
    pickup_day             DATE   NOT NULL,
    handoffs               BIGINT NOT NULL,
    journeys               BIGINT NOT NULL,
    ping_pongs             BIGINT NOT NULL,
    returns                BIGINT NOT NULL,
    bounced                BIGINT NOT NULL,
    judged                 BIGINT NOT NULL,
    judged_broken          BIGINT NOT NULL,
    unjudged_broken        BIGINT NOT NULL,
    wait_ms                BIGINT NOT NULL,
    first_handoffs         BIGINT NOT NULL,
    first_handoffs_from    BIGINT NOT NULL,
    first_handoffs_to      BIGINT NOT NULL,
    first_ping_pongs       BIGINT NOT NULL,
    first_ping_pongs_from  BIGINT NOT NULL,
    first_ping_pongs_to    BIGINT NOT NULL,
    first_returns          BIGINT NOT NULL,
    first_returns_from     BIGINT NOT NULL,
    first_returns_to       BIGINT NOT NULL,
    PRIMARY KEY (generation, lane_id, pickup_day, journey_type_id)
);
CREATE INDEX lane_day_by_day ON lane_day (generation, pickup_day);

CREATE TABLE lane_day_rule (
    generation      INT         NOT NULL,
    lane_id         BIGINT      NOT NULL,
    journey_type_id BIGINT      NOT NULL,
    pickup_day      DATE        NOT NULL,
    rule            VARCHAR(20) NOT NULL,
    judged_broken   BIGINT      NOT NULL,
    unjudged_broken BIGINT      NOT NULL,
    PRIMARY KEY (generation, lane_id, pickup_day, journey_type_id, rule)
);

-- Waits in logarithmic buckets: a bucket's middle differs from any wait in it by at most 1 %.
CREATE TABLE lane_day_wait (
    generation      INT    NOT NULL,
    lane_id         BIGINT NOT NULL,
    journey_type_id BIGINT NOT NULL,
    pickup_day      DATE   NOT NULL,
    bucket          INT    NOT NULL,
    handoffs        BIGINT NOT NULL,
    PRIMARY KEY (generation, lane_id, pickup_day, journey_type_id, bucket)
);

-- A team may come to lie in another department, when two spellings of a department are merged: that is another lane.
ALTER TABLE lane DROP CONSTRAINT lane_units;
ALTER TABLE lane ADD CONSTRAINT lane_ends UNIQUE (grain, from_id, to_id, from_department_id, to_department_id);
