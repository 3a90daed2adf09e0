-- Whose journey it is, so that a lane's handoffs are counted by their customers from one stretch of one index.
ALTER TABLE handoff ADD COLUMN customer_id BIGINT DEFAULT 0 NOT NULL;
UPDATE handoff SET customer_id =
    COALESCE((SELECT journey.customer_id FROM journey WHERE journey.id = handoff.journey_id), 0);

-- Beside handoff_by_lane, which has as many columns as an index can have: customers, and waits one by one.
CREATE INDEX handoff_of_lane ON handoff
    (lane_id, generation, picked_up_at, wait_ms, business_wait_ms, customer_id, journey_type_id, leg_ended_at, broken,
     pass_hour);

-- What is at stake in some days of a long history, from the index alone.
CREATE INDEX stake_day_by_day ON stake_day
    (run, pickup_day, previous_day, previous_of_type, journey_type_id, from_id, to_id, potential);
