-- state: RUNNING (waiting, checking, storing), PROJECTING (stored; handoffs being computed), DONE, STORED (but not all
-- handoffs could be computed yet), FAILED, CANCELLED.
-- rows_checked counts up while the file is read for the first time, rows_total is known after it, rows_read counts up
-- while it is stored. columns: the names in the file, as JSON. An error is a text's key and what is filled in, as JSON.
CREATE TABLE file_import (
    id              VARCHAR(36)   NOT NULL PRIMARY KEY,
    file_name       VARCHAR(200)  NOT NULL,
    journey_type    VARCHAR(80)   NOT NULL,
    mapping         MEDIUMTEXT    NOT NULL,
    columns_in_file MEDIUMTEXT,
    state           VARCHAR(12)   NOT NULL,
    rows_checked    BIGINT        NOT NULL,
    rows_total      BIGINT,
    rows_read       BIGINT        NOT NULL,
    accepted        BIGINT        NOT NULL,
    known           BIGINT        NOT NULL,
    replaced        BIGINT        NOT NULL,
    quarantined     BIGINT        NOT NULL,
    journeys        BIGINT        NOT NULL,
    error_key       VARCHAR(80),
    error_arguments MEDIUMTEXT,
    started_by      VARCHAR(120)  NOT NULL,
    created_at      DATETIME(6)   NOT NULL,
    begun_at        DATETIME(6),
    storing_since   DATETIME(6),
    finished_at     DATETIME(6)
);
CREATE INDEX file_import_newest ON file_import (created_at);

-- raw: the row as it stood in the file, as JSON: a list of cells, or of an XES event an object.
CREATE TABLE quarantined_row (
    import_id        VARCHAR(36)   NOT NULL,
    row_in_file      BIGINT        NOT NULL,
    field            VARCHAR(20)   NOT NULL,
    reason_key       VARCHAR(80)   NOT NULL,
    reason_arguments VARCHAR(4000) NOT NULL,
    raw              MEDIUMTEXT    NOT NULL,
    PRIMARY KEY (import_id, row_in_file)
);
