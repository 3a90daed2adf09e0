-- What people of the company took down, beside what sources state in customer_preference and customer_consent: a source
-- that sends its statement again does not wipe it out. A null value: the customer has no such wish any more. Topics stand
-- in one value, parted by line breaks.
CREATE TABLE customer_own_preference (
    customer_id      BIGINT      NOT NULL,
    kind             VARCHAR(10) NOT NULL,
    preference_value VARCHAR(1000),
    stated_at        DATETIME(6) NOT NULL,
    PRIMARY KEY (customer_id, kind)
);

CREATE TABLE customer_own_consent (
    customer_id BIGINT      NOT NULL,
    purpose     VARCHAR(80) NOT NULL,
    granted     BOOLEAN     NOT NULL,
    stated_at   DATETIME(6) NOT NULL,
    expires_at  DATETIME(6),
    PRIMARY KEY (customer_id, purpose)
);

-- Who changed what of a customer, and what it was before. field: a kind of preference, or consent: and its purpose.
CREATE TABLE customer_change (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    customer_id  BIGINT       NOT NULL,
    field        VARCHAR(100) NOT NULL,
    value_before VARCHAR(1000),
    value_after  VARCHAR(1000),
    changed_by   VARCHAR(120) NOT NULL,
    changed_at   DATETIME(6)  NOT NULL
);
CREATE INDEX customer_change_of ON customer_change (customer_id, id);
