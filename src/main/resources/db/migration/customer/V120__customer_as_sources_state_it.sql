-- street may hold the house number too, as many systems write it. works_for_id: the company a person works for.
ALTER TABLE customer ADD COLUMN (
    house_number VARCHAR(20),
    country      VARCHAR(2),
    life_stage   VARCHAR(80),
    lifestyle    VARCHAR(80),
    reach_people INT,
    reach_at     DATETIME(6),
    works_for_id BIGINT
);

-- What the source states of a customer, in its latest version; a customer without one is only named by others.
-- The tables below hold the same, for questions to be asked.
CREATE TABLE customer_statement (
    customer_id BIGINT      NOT NULL PRIMARY KEY,
    stated_at   DATETIME(6) NOT NULL,
    version     MEDIUMTEXT  NOT NULL,
    CONSTRAINT statement_customer FOREIGN KEY (customer_id) REFERENCES customer (id)
);

CREATE TABLE customer_history (
    item_id     BIGINT      NOT NULL,
    replaced_at DATETIME(6) NOT NULL,
    version     MEDIUMTEXT  NOT NULL,
    PRIMARY KEY (item_id, replaced_at)
);

-- identity_system: the system whose number a SOURCE identity is; null for the number of a case that stands for nobody known.
CREATE TABLE customer_identity_in_place (
    customer_id     BIGINT       NOT NULL,
    place           INT          NOT NULL,
    kind            VARCHAR(10)  NOT NULL,
    identity_value  VARCHAR(300) NOT NULL,
    identity_system VARCHAR(80),
    searchable      VARCHAR(300) NOT NULL,
    verified_at     DATETIME(6),
    PRIMARY KEY (customer_id, place),
    CONSTRAINT identity_of_customer FOREIGN KEY (customer_id) REFERENCES customer (id)
);
INSERT INTO customer_identity_in_place (customer_id, place, kind, identity_value, identity_system, searchable)
SELECT i.customer_id, ROW_NUMBER() OVER (PARTITION BY i.customer_id ORDER BY i.kind, i.identity_value) - 1, i.kind,
       i.identity_value, CASE WHEN i.kind = 'SOURCE' AND c.kind <> 'ANONYMOUS' THEN c.source END, i.searchable
FROM customer_identity i JOIN customer c ON c.id = i.customer_id;
DROP TABLE customer_identity;
ALTER TABLE customer_identity_in_place RENAME TO customer_identity;
CREATE INDEX customer_identity_searchable ON customer_identity (searchable, kind);

CREATE TABLE customer_attribute (
    customer_id     BIGINT        NOT NULL,
    place           INT           NOT NULL,
    attribute_key   VARCHAR(80)   NOT NULL,
    attribute_value VARCHAR(1000) NOT NULL,
    source          VARCHAR(80)   NOT NULL,
    stated_at       DATETIME(6)   NOT NULL,
    verified_at     DATETIME(6),
    PRIMARY KEY (customer_id, place),
    CONSTRAINT attribute_customer FOREIGN KEY (customer_id) REFERENCES customer (id)
);

CREATE TABLE customer_preference (
    customer_id      BIGINT       NOT NULL,
    place            INT          NOT NULL,
    kind             VARCHAR(10)  NOT NULL,
    preference_value VARCHAR(200) NOT NULL,
    valid_from       DATETIME(6)  NOT NULL,
    valid_until      DATETIME(6),
    origin           VARCHAR(10)  NOT NULL,
    PRIMARY KEY (customer_id, place),
    CONSTRAINT preference_customer FOREIGN KEY (customer_id) REFERENCES customer (id)
);

CREATE TABLE customer_consent (
    customer_id BIGINT      NOT NULL,
    place       INT         NOT NULL,
    purpose     VARCHAR(80) NOT NULL,
    granted     BOOLEAN     NOT NULL,
    stated_at   DATETIME(6) NOT NULL,
    source      VARCHAR(80) NOT NULL,
    expires_at  DATETIME(6),
    PRIMARY KEY (customer_id, place),
    CONSTRAINT consent_customer FOREIGN KEY (customer_id) REFERENCES customer (id)
);

-- weight: this referrer's share in having won the customer, in relation to the others'.
CREATE TABLE customer_referral (
    customer_id BIGINT        NOT NULL,
    place       INT           NOT NULL,
    referrer_id BIGINT        NOT NULL,
    weight      DECIMAL(12,4) NOT NULL,
    referred_at DATETIME(6)   NOT NULL,
    PRIMARY KEY (customer_id, place),
    CONSTRAINT referral_customer FOREIGN KEY (customer_id) REFERENCES customer (id),
    CONSTRAINT referral_referrer FOREIGN KEY (referrer_id) REFERENCES customer (id)
);
