-- What broken handoffs cost is computed after each valuation beside what is shown, and then changed over to.
-- state: BUILDING, LIVE (one), RETIRED. next_customer: how far it has come. scoring: of which valuation.
CREATE TABLE stake_run (
    run           INT         NOT NULL PRIMARY KEY,
    state         VARCHAR(10) NOT NULL,
    scoring       INT         NOT NULL,
    as_of         DATE        NOT NULL,
    currency      VARCHAR(3)  NOT NULL,
    next_customer BIGINT      NOT NULL,
    changed_at    DATETIME(6) NOT NULL
);

-- Each customer's days with a broken handoff, in all that it is counted in: the lane (from, to); either of its departments
-- (department, 0); all lanes as one (0, 0). previous_*: the customer's last such day before, of any type and of this type, so
-- that a customer counts once in any period: on the one row whose previous day lies before it.
CREATE TABLE stake_day (
    run              INT    NOT NULL,
    from_id          BIGINT NOT NULL,
    to_id            BIGINT NOT NULL,
    pickup_day       DATE   NOT NULL,
    customer_id      BIGINT NOT NULL,
    journey_type_id  BIGINT NOT NULL,
    journey_id       BIGINT NOT NULL,
    previous_day     DATE,
    previous_of_type DATE,
    potential        DECIMAL(19,4),
    PRIMARY KEY (run, from_id, to_id, pickup_day, customer_id, journey_type_id)
);

-- Journeys by what the customer was before their first handoff there, whether any broke, and whether the customer was lost.
CREATE TABLE stake_stratum (
    run             INT         NOT NULL,
    from_id         BIGINT      NOT NULL,
    to_id           BIGINT      NOT NULL,
    journey_type_id BIGINT      NOT NULL,
    tier            VARCHAR(1)  NOT NULL,
    stage           VARCHAR(10) NOT NULL,
    broken          BIGINT      NOT NULL,
    broken_lost     BIGINT      NOT NULL,
    whole           BIGINT      NOT NULL,
    whole_lost      BIGINT      NOT NULL,
    PRIMARY KEY (run, from_id, to_id, journey_type_id, tier, stage)
);
