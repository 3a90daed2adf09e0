-- A long period is read from months, and all there is from one row, so that what it costs does not grow with the history.
-- span: D for a day, M for a month that begins on span_start, A for all there is.

-- judged: handoffs whose leg in the receiving unit has ended; unjudged_broken: broken ones whose leg has not.
-- pending: passes that nobody has begun, of this moment; counted under A only.
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

-- Waits in logarithmic buckets: a bucket's middle differs from any wait in it by at most 1 %. handoffs: by their wait in
-- calendar time; business_handoffs: by their wait in the receiver's opening hours.
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

-- What was in the daily figures, once for each length of span.
CREATE TABLE length_of_span (span CHAR(1) NOT NULL);
INSERT INTO length_of_span (span) VALUES ('D'), ('M'), ('A');

INSERT INTO lane_span
SELECT generation, lane_id, span, span_start, journey_type_id, SUM(handoffs), SUM(journeys), SUM(ping_pongs),
    SUM(returns), SUM(bounced), SUM(judged), SUM(judged_broken), SUM(unjudged_broken), SUM(wait_ms),
    SUM(first_handoffs), SUM(first_handoffs_from), SUM(first_handoffs_to), SUM(first_ping_pongs),
    SUM(first_ping_pongs_from), SUM(first_ping_pongs_to), SUM(first_returns), SUM(first_returns_from),
    SUM(first_returns_to), SUM(pending)
FROM (
    SELECT d.*, 0 AS pending, s.span,
        CASE s.span WHEN 'D' THEN d.pickup_day WHEN 'A' THEN DATE '1970-01-01'
            ELSE CAST(CONCAT(YEAR(d.pickup_day), '-', LPAD(MONTH(d.pickup_day), 2, '0'), '-01') AS DATE) END AS span_start
    FROM lane_day d CROSS JOIN length_of_span s
    UNION ALL
    SELECT p.generation, p.lane_id, p.journey_type_id, DATE '1970-01-01', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 1, 'A', DATE '1970-01-01'
    FROM pending_pass p
) moved
GROUP BY generation, lane_id, span, span_start, journey_type_id;

INSERT INTO lane_span_rule
SELECT generation, lane_id, span, span_start, journey_type_id, rule, SUM(judged_broken), SUM(unjudged_broken)
FROM (
    SELECT d.*, s.span,
        CASE s.span WHEN 'D' THEN d.pickup_day WHEN 'A' THEN DATE '1970-01-01'
            ELSE CAST(CONCAT(YEAR(d.pickup_day), '-', LPAD(MONTH(d.pickup_day), 2, '0'), '-01') AS DATE) END AS span_start
    FROM lane_day_rule d CROSS JOIN length_of_span s
) moved
GROUP BY generation, lane_id, span, span_start, journey_type_id, rule;

INSERT INTO lane_span_wait
SELECT generation, lane_id, span, span_start, journey_type_id, bucket, SUM(handoffs), SUM(business_handoffs)
FROM (
    SELECT d.*, s.span,
        CASE s.span WHEN 'D' THEN d.pickup_day WHEN 'A' THEN DATE '1970-01-01'
            ELSE CAST(CONCAT(YEAR(d.pickup_day), '-', LPAD(MONTH(d.pickup_day), 2, '0'), '-01') AS DATE) END AS span_start
    FROM (
        SELECT generation, lane_id, journey_type_id, pickup_day, bucket, handoffs, 0 AS business_handoffs
        FROM lane_day_wait
        UNION ALL
        SELECT generation, lane_id, journey_type_id, pickup_day,
            CASE WHEN business_wait_ms < 1000 THEN 0
                ELSE 1 + CAST(CEILING(LN(business_wait_ms / 1000.0) / LN(1.01 / 0.99)) AS SIGNED) END,
            0, 1
        FROM handoff
    ) d CROSS JOIN length_of_span s
) moved
GROUP BY generation, lane_id, span, span_start, journey_type_id, bucket;

INSERT INTO summary_span
SELECT generation, span, span_start, journey_type_id, SUM(with_department), SUM(without_department), SUM(journeys)
FROM (
    SELECT d.*, s.span,
        CASE s.span WHEN 'D' THEN d.touchpoint_day WHEN 'A' THEN DATE '1970-01-01'
            ELSE CAST(CONCAT(YEAR(d.touchpoint_day), '-', LPAD(MONTH(d.touchpoint_day), 2, '0'), '-01') AS DATE) END AS span_start
    FROM summary_day d CROSS JOIN length_of_span s
) moved
GROUP BY generation, span, span_start, journey_type_id;

DROP TABLE length_of_span;
DROP TABLE lane_day;
DROP TABLE lane_day_rule;
DROP TABLE lane_day_wait;
DROP TABLE summary_day;

-- Where figures begin and end, whatever the lane.
CREATE INDEX lane_span_by_start ON lane_span (generation, span, span_start);

-- The last picked up first, and waits of a period, from the index alone.
DROP INDEX handoff_by_day ON handoff;
CREATE INDEX handoff_by_pickup ON handoff (generation, grain, picked_up_at, business_wait_ms, lane_id, wait_ms);
-- Passes that wait longest, of all and of one lane.
CREATE INDEX pending_pass_oldest ON pending_pass (generation, grain, passed_at);
CREATE INDEX pending_pass_of_lane ON pending_pass (lane_id, generation, passed_at);

-- A logarithm may round otherwise here than where waits are counted: all figures are computed once more.
UPDATE projection_settings SET fingerprint = 'before longer spans' WHERE fingerprint <> '';
