-- A lane: an ordered pair of units, which are departments at the grain DEPARTMENT and teams at the grain TEAM.
CREATE TABLE lane (
    id                 BIGINT      NOT NULL PRIMARY KEY,
    grain              VARCHAR(10) NOT NULL,
    from_id            BIGINT      NOT NULL,
    to_id              BIGINT      NOT NULL,
    from_department_id BIGINT      NOT NULL,
    to_department_id   BIGINT      NOT NULL,
    CONSTRAINT lane_units UNIQUE (grain, from_id, to_id)
);

-- day: the pick-up day in the company's time zone. leg_ended_at: when B's leg ended, null while nobody has taken over
-- and the journey is open. first_on_lane: the journey's first pass there, so that a lane's journeys add up over days.
-- firsts: the same in bits, for the journey's first handoff, ping-pong and return, overall and per department.
CREATE TABLE handoff (
    id                    BIGINT      NOT NULL PRIMARY KEY,
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
    CONSTRAINT handoff_in_journey UNIQUE (journey_id, grain, sequence_number)
);
CREATE INDEX handoff_by_lane ON handoff (lane_id, pickup_day);
CREATE INDEX handoff_by_day ON handoff (grain, pickup_day);

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
    grain                 VARCHAR(10) NOT NULL,
    lane_id               BIGINT      NOT NULL,
    journey_type_id       BIGINT      NOT NULL,
    passing_touchpoint_id BIGINT      NOT NULL,
    passed_at             DATETIME(6) NOT NULL,
    overdue_at            DATETIME(6) NOT NULL,
    chases                INT         NOT NULL,
    PRIMARY KEY (journey_id, grain, lane_id)
);
CREATE INDEX pending_pass_overdue ON pending_pass (grain, overdue_at);

-- A journey's touchpoints per day, kept so that a changed journey moves summary_day by the exact difference.
CREATE TABLE journey_day (
    journey_id         BIGINT  NOT NULL,
    touchpoint_day     DATE    NOT NULL,
    with_department    INT     NOT NULL,
    without_department INT     NOT NULL,
    first_day          BOOLEAN NOT NULL,
    PRIMARY KEY (journey_id, touchpoint_day)
);

-- Roll-ups: whole numbers only, moved by the exact difference between a journey's old and new handoffs.
CREATE TABLE summary_day (
    journey_type_id    BIGINT NOT NULL,
    touchpoint_day     DATE   NOT NULL,
    with_department    BIGINT NOT NULL,
    without_department BIGINT NOT NULL,
    journeys           BIGINT NOT NULL,
    PRIMARY KEY (journey_type_id, touchpoint_day)
);

-- judged: handoffs whose leg in the receiving unit has ended; unjudged_broken: broken ones whose leg has not.
CREATE TABLE lane_day (
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
    PRIMARY KEY (lane_id, pickup_day, journey_type_id)
);
CREATE INDEX lane_day_by_day ON lane_day (pickup_day);

CREATE TABLE lane_day_rule (
    lane_id         BIGINT      NOT NULL,
    journey_type_id BIGINT      NOT NULL,
    pickup_day      DATE        NOT NULL,
    rule            VARCHAR(20) NOT NULL,
    judged_broken   BIGINT      NOT NULL,
    unjudged_broken BIGINT      NOT NULL,
    PRIMARY KEY (lane_id, pickup_day, journey_type_id, rule)
);

-- Waits in logarithmic buckets: a bucket's middle differs from any wait in it by at most 1 %.
CREATE TABLE lane_day_wait (
    lane_id         BIGINT NOT NULL,
    journey_type_id BIGINT NOT NULL,
    pickup_day      DATE   NOT NULL,
    bucket          INT    NOT NULL,
    handoffs        BIGINT NOT NULL,
    PRIMARY KEY (lane_id, pickup_day, journey_type_id, bucket)
);

-- By which settings the handoffs were computed that are stored; see SettingsWatch.
CREATE TABLE projection_settings (
    id          INT          NOT NULL PRIMARY KEY,
    fingerprint VARCHAR(200) NOT NULL
);
