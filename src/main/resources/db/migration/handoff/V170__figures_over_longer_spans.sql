-- A long period is read from months, and all there is from one row, so that what it costs does not grow with the history.
-- span: D for a day, M for a month that begins on span_start, A for all there is. Days move with each journey; months,
-- and all there is by their difference, are summed up behind the scenes, see moved_month.

-- judged: handoffs whose leg in the receiving unit has ended; unjudged_broken: broken ones whose leg has not.
-- pending: passes that nobody has begun, of this moment; counted under A only, and moved with each journey.
CREATE TABLE lane_span (
    generation             INT     NOT NULL,
    lane_id                BIGINT  NOT NULL,
    span                   CHAR(1) NOT NULL,
    span_start             DATE    NOT NULL,
    journey_type_id        BIGINT  NOT NULL,
    handoffs               BIGINT  NOT NULL,
    journeys               BIGINT  NOT NULL,
    ping_pongs             BIGINT  NOT NULL,
    returns                BIGINT  NOT NULL,
    bounced                BIGINT  NOT NULL,
    judged                 BIGINT  NOT NULL,
    judged_broken          BIGINT  NOT NULL,
    unjudged_broken        BIGINT  NOT NULL,
    wait_ms                BIGINT  NOT NULL,
    first_handoffs         BIGINT  NOT NULL,
    first_handoffs_from    BIGINT  NOT NULL,
    first_handoffs_to      BIGINT  NOT NULL,
    first_ping_pongs       BIGINT  NOT NULL,
    first_ping_pongs_from  BIGINT  NOT NULL,
    first_ping_pongs_to    BIGINT  NOT NULL,
    first_returns          BIGINT  NOT NULL,
    first_returns_from     BIGINT  NOT NULL,
    first_returns_to       BIGINT  NOT NULL,
    pending                BIGINT  NOT NULL,
    PRIMARY KEY (generation, lane_id, span, span_start, journey_type_id)
);
INSERT INTO lane_span
SELECT generation, lane_id, 'D', pickup_day, journey_type_id, handoffs, journeys, ping_pongs, returns, bounced, judged,
    judged_broken, unjudged_broken, wait_ms, first_handoffs, first_handoffs_from, first_handoffs_to, first_ping_pongs,
    first_ping_pongs_from, first_ping_pongs_to, first_returns, first_returns_from, first_returns_to, 0
FROM lane_day;
INSERT INTO lane_span
SELECT generation, lane_id, 'A', DATE '1970-01-01', journey_type_id, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    COUNT(*)
FROM pending_pass GROUP BY generation, lane_id, journey_type_id;

CREATE TABLE lane_span_rule (
    generation      INT         NOT NULL,
    lane_id         BIGINT      NOT NULL,
    span            CHAR(1)     NOT NULL,
    span_start      DATE        NOT NULL,
    journey_type_id BIGINT      NOT NULL,
    rule            VARCHAR(20) NOT NULL,
    judged_broken   BIGINT      NOT NULL,
    unjudged_broken BIGINT      NOT NULL,
    PRIMARY KEY (generation, lane_id, span, span_start, journey_type_id, rule)
);
INSERT INTO lane_span_rule
SELECT generation, lane_id, 'D', pickup_day, journey_type_id, rule, judged_broken, unjudged_broken FROM lane_day_rule;

-- Waits in logarithmic buckets: a bucket's middle differs from any wait in it by at most 1 %. handoffs: by their wait in
-- calendar time; business_handoffs: by their wait in the receiver's opening hours. Not by day: those are read one by one. journey_type_id 0: all types.
-- They are kept once there are more handoffs than are read one by one; see figures_generation.
CREATE TABLE lane_span_wait (
    generation        INT     NOT NULL,
    lane_id           BIGINT  NOT NULL,
    span              CHAR(1) NOT NULL,
    span_start        DATE    NOT NULL,
    journey_type_id   BIGINT  NOT NULL,
    bucket            INT     NOT NULL,
    handoffs          BIGINT  NOT NULL,
    business_handoffs BIGINT  NOT NULL,
    PRIMARY KEY (generation, lane_id, span, span_start, journey_type_id, bucket)
);

-- wait_buckets: whether months that are added up have their waits in buckets too.
ALTER TABLE figures_generation ADD COLUMN wait_buckets BOOLEAN NOT NULL DEFAULT FALSE;

CREATE TABLE summary_span (
    generation         INT     NOT NULL,
    span               CHAR(1) NOT NULL,
    span_start         DATE    NOT NULL,
    journey_type_id    BIGINT  NOT NULL,
    with_department    BIGINT  NOT NULL,
    without_department BIGINT  NOT NULL,
    journeys           BIGINT  NOT NULL,
    PRIMARY KEY (generation, span, span_start, journey_type_id)
);
INSERT INTO summary_span
SELECT generation, 'D', touchpoint_day, journey_type_id, with_department, without_department, journeys FROM summary_day;

-- Months whose days moved since the month was summed up. Whoever moves a day adds an entry, whoever sums up takes those
-- away that were there before; until then the month is read by its days.
CREATE TABLE moved_month (
    id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    generation  INT         NOT NULL,
    month_start DATE        NOT NULL,
    moved_at    DATETIME(6) NOT NULL
);
INSERT INTO moved_month (generation, month_start, moved_at)
SELECT DISTINCT generation, CAST(CONCAT(YEAR(moved_on), '-', LPAD(MONTH(moved_on), 2, '0'), '-01') AS DATE), CURRENT_TIMESTAMP
FROM (
    SELECT generation, pickup_day AS moved_on FROM lane_day
    UNION SELECT generation, touchpoint_day AS moved_on FROM summary_day
) moved;
CREATE INDEX moved_month_of ON moved_month (generation, month_start);

DROP TABLE lane_day;
DROP TABLE lane_day_rule;
DROP TABLE lane_day_wait;
DROP TABLE summary_day;

-- Where figures begin and end, and a month's days, whatever the lane.
CREATE INDEX lane_span_by_start ON lane_span (generation, span, span_start);
CREATE INDEX lane_span_rule_by_start ON lane_span_rule (generation, span, span_start);
CREATE INDEX lane_span_wait_by_start ON lane_span_wait (generation, span, span_start);

-- The last picked up first, and waits of a period, from the index alone.
DROP INDEX handoff_by_day ON handoff;
CREATE INDEX handoff_by_pickup ON handoff
    (generation, grain, picked_up_at, business_wait_ms, lane_id, journey_type_id, wait_ms);
-- Passes that wait longest, of all and of one lane.
CREATE INDEX pending_pass_oldest ON pending_pass (generation, grain, passed_at);
CREATE INDEX pending_pass_of_lane ON pending_pass (lane_id, generation, passed_at);
