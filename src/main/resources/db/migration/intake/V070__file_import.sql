-- state: RUNNING (waiting, checking, storing), PROJECTING (stored; handoffs being computed), DONE, FAILED, CANCELLED.
CREATE TABLE file_import (
    id           VARCHAR(36)   NOT NULL PRIMARY KEY,
    file_name    VARCHAR(200)  NOT NULL,
    mapping      VARCHAR(8000) NOT NULL,
    state        VARCHAR(12)   NOT NULL,
    rows_total   BIGINT        NOT NULL,
    rows_read    BIGINT        NOT NULL,
    accepted     BIGINT        NOT NULL,
    known        BIGINT        NOT NULL,
    replaced     BIGINT        NOT NULL,
    quarantined  BIGINT        NOT NULL,
    error        VARCHAR(1000),
    started_by   VARCHAR(120)  NOT NULL,
    created_at   DATETIME(6)   NOT NULL,
    finished_at  DATETIME(6)
);
CREATE INDEX file_import_newest ON file_import (created_at);

CREATE TABLE quarantined_row (
    import_id  VARCHAR(36)  NOT NULL,
    row_in_file BIGINT      NOT NULL,
    field      VARCHAR(200),
    reason     VARCHAR(500) NOT NULL,
    raw        MEDIUMTEXT   NOT NULL,
    PRIMARY KEY (import_id, row_in_file)
);
