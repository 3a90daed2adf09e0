-- name is null for an anonymous customer: one that only a case number stands for.
CREATE TABLE customer (
    id          BIGINT       NOT NULL PRIMARY KEY,
    source      VARCHAR(80)  NOT NULL,
    external_id VARCHAR(300) NOT NULL,
    kind        VARCHAR(10)  NOT NULL,
    name        VARCHAR(200),
    birth_date  DATE,
    street      VARCHAR(200),
    postcode    VARCHAR(20),
    city        VARCHAR(100),
    since       DATE,
    CONSTRAINT customer_identity_of_source UNIQUE (external_id, source)
);
CREATE INDEX customer_by_name ON customer (name);

-- searchable: the value without what people write differently (case, blanks, the notation of a phone number).
CREATE TABLE customer_identity (
    customer_id    BIGINT       NOT NULL,
    kind           VARCHAR(10)  NOT NULL,
    identity_value VARCHAR(300) NOT NULL,
    searchable     VARCHAR(300) NOT NULL,
    PRIMARY KEY (customer_id, kind, identity_value),
    CONSTRAINT identity_customer FOREIGN KEY (customer_id) REFERENCES customer (id)
);
CREATE INDEX customer_identity_searchable ON customer_identity (searchable);
