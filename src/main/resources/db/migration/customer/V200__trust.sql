-- Customers that changed since claims and fields were last computed, in the order in which they did; more than once if
-- need be, so that who adds to it never waits for who computes.
CREATE TABLE upkeep_queue (
    id          BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    customer_id BIGINT NOT NULL
);
INSERT INTO upkeep_queue (customer_id) SELECT id FROM customer WHERE kind <> 'ANONYMOUS' ORDER BY id;

-- One row, which whoever computes them keeps locked: one at a time. rules: by which stored identities were read.
CREATE TABLE customer_upkeep (
    id    INT         NOT NULL PRIMARY KEY,
    rules VARCHAR(80) NOT NULL
);
INSERT INTO customer_upkeep (id, rules) VALUES (1, '');

-- Which described customer goes by which identity, in the one form that all notations of it have.
CREATE TABLE customer_claim (
    form        VARCHAR(400) NOT NULL,
    customer_id BIGINT       NOT NULL,
    verified    BOOLEAN      NOT NULL,
    PRIMARY KEY (form, customer_id)
);
CREATE INDEX claim_of_customer ON customer_claim (customer_id);

-- An identity that several customers go by, or did. standing: they still do. state: OPEN, OWNER (it is owner_id's alone)
-- or SHARED (all have it rightly).
CREATE TABLE identity_conflict (
    id              BIGINT       NOT NULL PRIMARY KEY,
    form            VARCHAR(400) NOT NULL,
    claimants       INT          NOT NULL,
    verified_claims INT          NOT NULL,
    standing        BOOLEAN      NOT NULL,
    state           VARCHAR(10)  NOT NULL,
    owner_id        BIGINT,
    found_at        DATETIME(6)  NOT NULL,
    CONSTRAINT identity_conflict_form UNIQUE (form)
);
CREATE INDEX identity_conflict_queue ON identity_conflict (state, standing, verified_claims, id);

-- What stewards said of it, one after the other. decided_by is null where Baton opened it again: somebody new claims it.
CREATE TABLE identity_decision (
    id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    conflict_id BIGINT      NOT NULL,
    state       VARCHAR(10) NOT NULL,
    owner_id    BIGINT,
    decided_by  VARCHAR(120),
    decided_at  DATETIME(6) NOT NULL
);
CREATE INDEX identity_decision_of ON identity_decision (conflict_id, id);
