-- What people concerned are told of by Baton itself. about: what it is about within its kind, so that nothing is told
-- twice. touchpoint_id: the one that passed, or that picked up; the journey is looked up by it, since cases may be joined.
-- measured_ms, allowed_ms: the time it took and the time agreed. *_now and *_before: broken and judged handoffs of a lane.
-- settled_at: when it needed nobody any more, as when a pass was picked up after all.
CREATE TABLE alert (
    id                 BIGINT       NOT NULL PRIMARY KEY,
    kind               VARCHAR(20)  NOT NULL,
    about              VARCHAR(120) NOT NULL,
    raised_at          DATETIME(6)  NOT NULL,
    from_department_id BIGINT       NOT NULL,
    to_department_id   BIGINT       NOT NULL,
    touchpoint_id      BIGINT,
    rule               VARCHAR(20),
    passed_at          DATETIME(6),
    measured_ms        BIGINT,
    allowed_ms         BIGINT,
    subject            VARCHAR(120),
    broken_now         BIGINT,
    judged_now         BIGINT,
    broken_before      BIGINT,
    judged_before      BIGINT,
    settled_at         DATETIME(6),
    CONSTRAINT alert_about UNIQUE (kind, about)
);
CREATE INDEX alert_settled ON alert (kind, settled_at);
CREATE INDEX alert_raised ON alert (raised_at);

-- Whom it concerns. mail: NONE (not by mail), DUE, SENDING, SENT, PAST (no longer worth a mail), FAILED (the address does
-- not take it), UNSURE (whoever sent it fell away in the middle: it is not sent again).
CREATE TABLE alert_reader (
    user_id   BIGINT      NOT NULL,
    alert_id  BIGINT      NOT NULL,
    read_at   DATETIME(6),
    mail      VARCHAR(8)  NOT NULL,
    mailed_at DATETIME(6),
    PRIMARY KEY (user_id, alert_id),
    CONSTRAINT alert_reader_alert FOREIGN KEY (alert_id) REFERENCES alert (id) ON DELETE CASCADE
);
CREATE INDEX alert_reader_mail ON alert_reader (mail, user_id);

-- How somebody wants to hear of a kind: BOTH, APP or NONE; nothing chosen means both.
CREATE TABLE alert_choice (
    user_id BIGINT      NOT NULL,
    kind    VARCHAR(20) NOT NULL,
    way     VARCHAR(4)  NOT NULL,
    PRIMARY KEY (user_id, kind)
);

-- When somebody was last sent a mail, and how often the address has refused one since.
CREATE TABLE alert_mail (
    user_id  BIGINT      NOT NULL PRIMARY KEY,
    last_at  DATETIME(6),
    refusals INT         NOT NULL
);

-- When it was last looked for what is to be told; the row is held while one looks. version moves with every change of
-- alerts, for open screens to see.
CREATE TABLE alert_look (
    name      VARCHAR(20) NOT NULL PRIMARY KEY,
    looked_at DATETIME(6) NOT NULL,
    version   BIGINT      NOT NULL
);
INSERT INTO alert_look (name, looked_at, version) VALUES
    ('NOT_PICKED_UP', '1970-01-01 00:00:00', 0), ('PACT_BREACHED', '1970-01-01 00:00:00', 0),
    ('WORSENED', '1970-01-01 00:00:00', 0), ('ALL', '1970-01-01 00:00:00', 0);

-- What was said about a department in the last weeks.
CREATE INDEX feedback_received ON feedback (received_at);
