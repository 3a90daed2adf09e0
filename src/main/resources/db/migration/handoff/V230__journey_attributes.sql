-- What sources tell of a journey as a whole stands in the touchpoints that tell it. Of that which is a yes or a no there is
-- a row here for each journey with a leg, beside how often it was handed over: 0, 1, 2 (or 3), 4 (and more). answer: Y or N.
CREATE TABLE journey_answer (
    journey_id      BIGINT      NOT NULL,
    generation      INT         NOT NULL,
    attribute_name  VARCHAR(80) NOT NULL,
    journey_type_id BIGINT      NOT NULL,
    handoffs        INT         NOT NULL,
    answer          CHAR(1)     NOT NULL,
    PRIMARY KEY (journey_id, generation, attribute_name)
);
-- A list of the journeys behind a figure, from the index alone.
CREATE INDEX journey_answer_listed
    ON journey_answer (generation, journey_type_id, attribute_name, handoffs, answer, journey_id);

-- Which attributes of a journey are something else, as JSON: one row a journey, since nobody lists those.
CREATE TABLE journey_other_answers (
    journey_id      BIGINT     NOT NULL,
    generation      INT        NOT NULL,
    journey_type_id BIGINT     NOT NULL,
    attribute_names MEDIUMTEXT NOT NULL,
    PRIMARY KEY (journey_id, generation)
);

-- How many journeys, moved by the exact difference. answer: Y, N, or O for something else, then with handoffs 0.
CREATE TABLE answer_count (
    generation      INT         NOT NULL,
    journey_type_id BIGINT      NOT NULL,
    attribute_name  VARCHAR(80) NOT NULL,
    handoffs        INT         NOT NULL,
    answer          CHAR(1)     NOT NULL,
    journeys        BIGINT      NOT NULL,
    PRIMARY KEY (generation, journey_type_id, attribute_name, handoffs, answer)
);
