-- How each journey went along the stages of its type, by the plan in force when it was computed.
-- closed_day: in the company's time zone; 9999-12-31 while it is open. way: FOLLOWED, UNDERWAY, LEFT, STOPPED, NO_STAGES,
-- NO_LEG. reached: stages reached in order, from 0 on. left_for: the department it went to instead, else 0.
-- departments: of its legs, as ,3,17, so that one is found without a row for each; * for more than fit.
-- The rows of a type lie by day, so that a period is read in one go.
-- Moments and lengths in milliseconds. last_ms: the end of a closed one. end_known: a source has stated an outcome.
-- waiting_since: of a pass that nobody has begun. heard_ms: when the customer of an open one heard something last.
CREATE TABLE journey_course (
    journey_id          BIGINT      NOT NULL,
    generation          INT         NOT NULL,
    journey_type_id     BIGINT      NOT NULL,
    closed_day          DATE        NOT NULL,
    way                 VARCHAR(10) NOT NULL,
    reached             INT         NOT NULL,
    left_for            BIGINT      NOT NULL,
    departments         VARCHAR(400) NOT NULL,
    begun_ms            BIGINT      NOT NULL,
    last_ms             BIGINT      NOT NULL,
    end_known           BOOLEAN     NOT NULL,
    wait_ms             BIGINT      NOT NULL,
    waiting_since       BIGINT,
    asked               BOOLEAN     NOT NULL,
    silence_ms          BIGINT      NOT NULL,
    heard_ms            BIGINT,
    PRIMARY KEY (generation, journey_type_id, closed_day, journey_id),
    CONSTRAINT course_of_journey UNIQUE (journey_id, generation)
);

-- The leg in each stage that a journey reached in order. stage: from 0 on. used_ms: by the stage's clock. ended: the next
-- leg began, or the journey closed. wait_ms: of the pass that led to it, in calendar time.
CREATE TABLE course_stage (
    journey_id      BIGINT  NOT NULL,
    generation      INT     NOT NULL,
    stage           INT     NOT NULL,
    journey_type_id BIGINT  NOT NULL,
    closed_day      DATE    NOT NULL,
    used_ms         BIGINT  NOT NULL,
    wait_ms         BIGINT  NOT NULL,
    ended           BOOLEAN NOT NULL,
    overran         BOOLEAN NOT NULL,
    PRIMARY KEY (generation, journey_type_id, closed_day, journey_id, stage),
    CONSTRAINT stages_of_journey UNIQUE (journey_id, generation, stage)
);

-- What was computed before has none of it: other settings have all figures rebuilt, see SettingsWatch.
UPDATE projection_settings SET fingerprint = 'before courses';
