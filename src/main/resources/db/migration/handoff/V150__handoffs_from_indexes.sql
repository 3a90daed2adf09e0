-- Waits are read from indexes alone, which are as long as the period asked for and not as the history.
DROP INDEX handoff_by_day ON handoff;
CREATE INDEX handoff_by_day ON handoff (generation, grain, pickup_day, lane_id, wait_ms);
DROP INDEX handoff_by_lane ON handoff;
CREATE INDEX handoff_by_lane ON handoff (lane_id, generation, picked_up_at, business_wait_ms);
