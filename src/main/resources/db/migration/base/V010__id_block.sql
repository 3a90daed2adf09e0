-- Identifiers are handed out in blocks, so that a batch knows its ids before it is written, on any database alike.
CREATE TABLE id_block (
    name    VARCHAR(40) NOT NULL PRIMARY KEY,
    next_id BIGINT      NOT NULL
);
