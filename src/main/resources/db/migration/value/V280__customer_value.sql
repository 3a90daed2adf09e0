-- What was fitted, and whether it may be used; body is the whole of it as JSON. kind: PURCHASES, CONTRACTS.
CREATE TABLE value_fit (
    id        BIGINT      NOT NULL PRIMARY KEY,
    kind      VARCHAR(10) NOT NULL,
    currency  VARCHAR(3)  NOT NULL,
    fitted_at DATETIME(6) NOT NULL,
    as_of     DATE        NOT NULL,
    verdict   VARCHAR(30) NOT NULL,
    body      MEDIUMTEXT  NOT NULL
);
CREATE INDEX value_fit_latest ON value_fit (currency, kind, id);

-- All customers are scored anew beside the scores that are read, and then changed over to.
-- state: BUILDING, LIVE (one), RETIRED. step: FIT, SCORE, RANK. next_customer: how far the step has come.
-- basis: by what all of them are scored, as JSON, once it was fitted; tiers: their thresholds.
CREATE TABLE value_scoring (
    scoring       INT         NOT NULL PRIMARY KEY,
    state         VARCHAR(10) NOT NULL,
    step          VARCHAR(10) NOT NULL,
    as_of         DATE        NOT NULL,
    next_customer BIGINT      NOT NULL,
    customers     BIGINT      NOT NULL,
    done          BIGINT      NOT NULL,
    begun_at      DATETIME(6) NOT NULL,
    changed_at    DATETIME(6) NOT NULL,
    basis         MEDIUMTEXT,
    tiers         MEDIUMTEXT
);

-- Amounts are of the company's currency. last_purchase, purchase_days and net are of purchases in it. silence and rhythm in
-- days. total_value: what the tier goes by; null for who never bought. alive: null without a repeat purchase or a fit.
CREATE TABLE customer_value (
    scoring            INT         NOT NULL,
    customer_id        BIGINT      NOT NULL,
    stage              VARCHAR(10) NOT NULL,
    silence            INT,
    rhythm             DOUBLE PRECISION,
    own_rhythm         BOOLEAN,
    first_dealing      DATE,
    last_purchase      DATE,
    purchase_days      INT         NOT NULL,
    running_contracts  INT         NOT NULL,
    net                DECIMAL(19,4),
    recency_score      INT,
    frequency_score    INT,
    monetary_score     INT,
    rfm_segment        VARCHAR(20),
    current_value      DECIMAL(19,4),
    potential_value    DECIMAL(19,4),
    potential_low      DECIMAL(19,4),
    potential_high     DECIMAL(19,4),
    potential_ground   VARCHAR(20) NOT NULL,
    total_value        DECIMAL(19,4),
    tier               VARCHAR(1),
    alive              DOUBLE PRECISION,
    expected_purchases DOUBLE PRECISION,
    expected_spend     DOUBLE PRECISION,
    PRIMARY KEY (scoring, customer_id)
);
CREATE INDEX customer_value_by_total ON customer_value (scoring, total_value);

-- The same of currencies other than the company's, of which there are neither tiers nor sums.
CREATE TABLE customer_value_abroad (
    scoring          INT           NOT NULL,
    customer_id      BIGINT        NOT NULL,
    currency         VARCHAR(3)    NOT NULL,
    purchase_days    INT           NOT NULL,
    running_contracts INT          NOT NULL,
    current_value    DECIMAL(19,4) NOT NULL,
    potential_value  DECIMAL(19,4),
    potential_low    DECIMAL(19,4),
    potential_high   DECIMAL(19,4),
    potential_ground VARCHAR(20)   NOT NULL,
    PRIMARY KEY (scoring, customer_id, currency)
);
