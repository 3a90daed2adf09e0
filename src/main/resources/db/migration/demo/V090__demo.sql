-- At most one row: the demo company in this database. An interrupted load goes on with the same seed and week, so that
-- it makes up the same company again; completed_at is null until all of it is there.
CREATE TABLE demo_load (
    id             INT         NOT NULL PRIMARY KEY,
    seed           BIGINT      NOT NULL,
    present_monday DATE        NOT NULL,
    began_at       DATETIME(6) NOT NULL,
    completed_at   DATETIME(6)
);
