-- Who may tell others of the company: the last answer to whether one would recommend it, from 0 to 10, and how many people the
-- customer reaches; potential_value is what may follow from it, answers how many it was estimated from.
CREATE TABLE customer_indirect (
    scoring          INT         NOT NULL,
    customer_id      BIGINT      NOT NULL,
    last_score       INT,
    answered_on      DATE,
    reach            INT,
    reach_on         DATE,
    potential_value  DECIMAL(19,4),
    potential_low    DECIMAL(19,4),
    potential_high   DECIMAL(19,4),
    potential_ground VARCHAR(20) NOT NULL,
    answers          BIGINT      NOT NULL,
    PRIMARY KEY (scoring, customer_id)
);

-- Who brought whom. part: the referrer's among all who referred the customer, 0 to 1; current_value: what the customer has
-- brought in since then, in the last 12 months, times that part.
CREATE TABLE customer_referred (
    scoring       INT              NOT NULL,
    referrer_id   BIGINT           NOT NULL,
    customer_id   BIGINT           NOT NULL,
    referred_on   DATE             NOT NULL,
    part          DOUBLE PRECISION NOT NULL,
    current_value DECIMAL(19,4)    NOT NULL,
    PRIMARY KEY (scoring, referrer_id, customer_id)
);
