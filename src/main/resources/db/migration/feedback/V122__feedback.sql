-- A journey is named as the source names it: it may come later than its feedback. Instants are UTC.
-- changed_something: whether the feedback has led to a change.
CREATE TABLE feedback (
    id                BIGINT       NOT NULL PRIMARY KEY,
    source            VARCHAR(80)  NOT NULL,
    external_id       VARCHAR(200) NOT NULL,
    customer_id       BIGINT,
    journey_type      VARCHAR(80),
    journey_source    VARCHAR(80),
    journey_case      VARCHAR(200),
    handoff           VARCHAR(200),
    request           VARCHAR(200),
    kind              VARCHAR(10)  NOT NULL,
    score             INT,
    text              VARCHAR(4000),
    language          VARCHAR(20),
    channel           VARCHAR(40),
    received_at       DATETIME(6)  NOT NULL,
    status            VARCHAR(12)  NOT NULL,
    owner             VARCHAR(120),
    due_at            DATETIME(6),
    cause             VARCHAR(200),
    done              VARCHAR(4000),
    changed_something BOOLEAN,
    told_at           DATETIME(6),
    told_channel      VARCHAR(40),
    not_told_reason   VARCHAR(1000),
    closed_at         DATETIME(6),
    arrived_at        DATETIME(6)  NOT NULL,
    CONSTRAINT feedback_identity UNIQUE (external_id, source),
    CONSTRAINT feedback_customer FOREIGN KEY (customer_id) REFERENCES customer (id)
);
CREATE INDEX feedback_by_customer ON feedback (customer_id, received_at);
CREATE INDEX feedback_by_journey ON feedback (journey_case, journey_type, journey_source);

CREATE TABLE feedback_theme (
    feedback_id BIGINT       NOT NULL,
    place       INT          NOT NULL,
    theme       VARCHAR(120) NOT NULL,
    PRIMARY KEY (feedback_id, place),
    CONSTRAINT theme_feedback FOREIGN KEY (feedback_id) REFERENCES feedback (id)
);

CREATE TABLE feedback_history (
    item_id     BIGINT      NOT NULL,
    replaced_at DATETIME(6) NOT NULL,
    version     MEDIUMTEXT  NOT NULL,
    PRIMARY KEY (item_id, replaced_at)
);
