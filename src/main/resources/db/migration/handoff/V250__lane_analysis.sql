-- What the analysis of a lane counts handoffs by, so that it reads one stretch of one index and no touchpoint.
-- pass_hour: of the week in the company's time zone, from 0 on Mondays at midnight; null until computed anew.
-- channel: the kind of the customer's last contact before the pass; topic: the journey's first; null where unknown.
-- feedbacks: how often the customer said something of the journey while this was its last pass.
-- The time from the beginning of the passing leg to the end of the receiving one, in parts: that of the passing leg, the
-- wait, that of the receiving leg, each without the customer's own turn, which is the fourth.
ALTER TABLE handoff ADD COLUMN (
    pass_hour   INT,
    channel     VARCHAR(10),
    topic       VARCHAR(120),
    feedbacks   INT    DEFAULT 0 NOT NULL,
    from_ms     BIGINT DEFAULT 0 NOT NULL,
    between_ms  BIGINT DEFAULT 0 NOT NULL,
    to_ms       BIGINT DEFAULT 0 NOT NULL,
    customer_ms BIGINT DEFAULT 0 NOT NULL
);

-- Up to id as lists are sorted; behind it what is counted, since a row that is not in the index costs as much as a list.
DROP INDEX handoff_by_lane ON handoff;
CREATE INDEX handoff_by_lane ON handoff
    (lane_id, generation, picked_up_at, business_wait_ms, id, journey_type_id, leg_ended_at, broken, pass_hour, channel,
     topic, feedbacks, from_ms, between_ms, to_ms, customer_ms);
