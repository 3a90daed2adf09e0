-- The fields by which the quality of what is known of a customer is judged: name, address, birth date of persons, each
-- identity but the source's own number, each attribute on the stewards' list (field attribute: and its key).
-- confirmed_on: the day on which it was verified, else stated; 1970-01-01 when it is empty or nobody knows.
CREATE TABLE customer_field (
    customer_id  BIGINT       NOT NULL,
    place        INT          NOT NULL,
    field        VARCHAR(100) NOT NULL,
    source       VARCHAR(80)  NOT NULL,
    state        VARCHAR(12)  NOT NULL,
    confirmed_on DATE         NOT NULL,
    PRIMARY KEY (customer_id, place)
);
CREATE INDEX customer_field_records ON customer_field (field, source, state, confirmed_on, customer_id);

-- How many of them there are, brought along with them, so that a total costs the same however many customers there are.
CREATE TABLE quality_count (
    field        VARCHAR(100) NOT NULL,
    source       VARCHAR(80)  NOT NULL,
    state        VARCHAR(12)  NOT NULL,
    confirmed_on DATE         NOT NULL,
    n            BIGINT       NOT NULL,
    PRIMARY KEY (field, source, state, confirmed_on)
);

-- What stewards set: the days for which a field holds, and which attributes are looked at.
CREATE TABLE field_rule (
    field           VARCHAR(100) NOT NULL PRIMARY KEY,
    shelf_life_days INT          NOT NULL
);
CREATE INDEX customer_attribute_key ON customer_attribute (attribute_key);
