-- Amounts are never negative: kind (SALE, RETURN) tells which way the money went. refers_to: the sale that is returned,
-- by its external id of the same source. Instants are UTC.
CREATE TABLE purchase (
    id           BIGINT        NOT NULL PRIMARY KEY,
    source       VARCHAR(80)   NOT NULL,
    external_id  VARCHAR(200)  NOT NULL,
    customer_id  BIGINT        NOT NULL,
    purchased_at DATETIME(6)   NOT NULL,
    amount       DECIMAL(19,4) NOT NULL,
    margin       DECIMAL(19,4),
    currency     VARCHAR(3)    NOT NULL,
    kind         VARCHAR(6)    NOT NULL,
    refers_to    VARCHAR(200),
    arrived_at   DATETIME(6)   NOT NULL,
    CONSTRAINT purchase_identity UNIQUE (external_id, source),
    CONSTRAINT purchase_customer FOREIGN KEY (customer_id) REFERENCES customer (id)
);
CREATE INDEX purchase_by_customer ON purchase (customer_id, purchased_at);

CREATE TABLE purchase_history (
    item_id     BIGINT      NOT NULL,
    replaced_at DATETIME(6) NOT NULL,
    version     MEDIUMTEXT  NOT NULL,
    PRIMARY KEY (item_id, replaced_at)
);

-- margin: of one month.
CREATE TABLE contract (
    id          BIGINT        NOT NULL PRIMARY KEY,
    source      VARCHAR(80)   NOT NULL,
    external_id VARCHAR(200)  NOT NULL,
    customer_id BIGINT        NOT NULL,
    monthly     DECIMAL(19,4) NOT NULL,
    margin      DECIMAL(19,4) NOT NULL,
    currency    VARCHAR(3)    NOT NULL,
    started_on  DATE          NOT NULL,
    ended_on    DATE,
    end_reason  VARCHAR(200),
    arrived_at  DATETIME(6)   NOT NULL,
    CONSTRAINT contract_identity UNIQUE (external_id, source),
    CONSTRAINT contract_customer FOREIGN KEY (customer_id) REFERENCES customer (id)
);
CREATE INDEX contract_by_customer ON contract (customer_id, started_on);

CREATE TABLE contract_history (
    item_id     BIGINT      NOT NULL,
    replaced_at DATETIME(6) NOT NULL,
    version     MEDIUMTEXT  NOT NULL,
    PRIMARY KEY (item_id, replaced_at)
);
