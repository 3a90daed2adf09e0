-- Otherwise a period of all journey types reads every day there is.
CREATE INDEX summary_day_by_day ON summary_day (touchpoint_day);
