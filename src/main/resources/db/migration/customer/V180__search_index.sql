-- Customers that changed, in about the order in which they did: from here each node brings its search index up to date.
-- A customer may stand here more than once; what is old is taken away.
CREATE TABLE changed_customer (
    id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    customer_id BIGINT      NOT NULL,
    changed_at  DATETIME(6) NOT NULL
);
CREATE INDEX changed_customer_by_time ON changed_customer (changed_at);

-- One row. origin: tells this database from any other, so that no index of another one is taken for its own.
-- rebuilds: how often somebody asked for all indexes to be made anew.
CREATE TABLE search_origin (
    only_row INT         NOT NULL PRIMARY KEY,
    origin   VARCHAR(36),
    rebuilds INT         NOT NULL
);
INSERT INTO search_origin (only_row, origin, rebuilds) VALUES (1, NULL, 0);

-- What the search began with before it had an index.
DROP TABLE customer_beginning;
