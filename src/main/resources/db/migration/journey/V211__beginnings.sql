-- beginning: a digest of when the journey began, of its first topic and of its first known inbound channel, so that it
-- is seen when these change; begun_moved_at: when they last did, of customers that are known.
ALTER TABLE journey ADD COLUMN beginning INT NOT NULL DEFAULT 0;
ALTER TABLE journey ADD COLUMN begun_moved_at DATETIME(6);
CREATE INDEX journey_begun_moved ON journey (begun_moved_at);
-- Which journeys have been silent, or closed, for so long.
CREATE INDEX journey_silence ON journey (closed_at, last_at);
CREATE INDEX promise_due ON promise (due_at);

-- Sources of which any touchpoint ever stated an outcome.
CREATE TABLE outcome_source (
    source   VARCHAR(80) NOT NULL PRIMARY KEY,
    since_at DATETIME(6) NOT NULL
);
INSERT INTO outcome_source (source, since_at)
SELECT DISTINCT source, CURRENT_TIMESTAMP FROM touchpoint WHERE outcome IS NOT NULL;
