-- A group of customers that somebody described. version: of its condition, from 1. owner_id: who made it, and alone
-- changes it; shared: whether other marketers, and executives, see it. removed_at: it can be taken back.
CREATE TABLE segment (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name       VARCHAR(120) NOT NULL,
    owner_id   BIGINT       NOT NULL,
    shared     BOOLEAN      NOT NULL,
    version    INT          NOT NULL,
    changed_at DATETIME(6)  NOT NULL,
    removed_at DATETIME(6)
);

-- Every condition it ever had, as JSON.
CREATE TABLE segment_version (
    segment_id  BIGINT      NOT NULL,
    version     INT         NOT NULL,
    who_belongs MEDIUMTEXT  NOT NULL,
    changed_by  BIGINT      NOT NULL,
    changed_at  DATETIME(6) NOT NULL,
    PRIMARY KEY (segment_id, version)
);

-- Days of which it is known who belonged to what; scoring: the valuation of that day.
CREATE TABLE membership_run (
    of_day   DATE        NOT NULL PRIMARY KEY,
    scoring  INT         NOT NULL,
    taken_at DATETIME(6) NOT NULL
);

-- Who belonged to what on a day. code: SEGMENT:4 of a built one; a value tier (TIER:A), a lifecycle stage (STAGE:LOST), or
-- a segment of recency, frequency and monetary value (RFM:LOYAL), by the valuation of that day; or a digest of something a
-- built one asks for (TRAIT:…), for two days. version: of the segment's condition, 0 for the others. members: a Roaring
-- bitmap of customers' ids.
CREATE TABLE membership_day (
    code      VARCHAR(40) NOT NULL,
    of_day    DATE        NOT NULL,
    version   INT         NOT NULL,
    customers BIGINT      NOT NULL,
    members   LONGBLOB    NOT NULL,
    taken_at  DATETIME(6) NOT NULL,
    PRIMARY KEY (code, of_day)
);
CREATE INDEX membership_day_by_day ON membership_day (of_day);

-- Who entered or left a built segment on a day, and why, as JSON.
CREATE TABLE membership_move (
    segment_id  BIGINT     NOT NULL,
    of_day      DATE       NOT NULL,
    customer_id BIGINT     NOT NULL,
    entered     BOOLEAN    NOT NULL,
    reasons     MEDIUMTEXT NOT NULL,
    PRIMARY KEY (segment_id, of_day, entered, customer_id)
);
CREATE INDEX membership_move_of ON membership_move (customer_id, of_day);

-- What is known of a segment's members on its last day; body as JSON.
CREATE TABLE segment_figures (
    segment_id BIGINT      NOT NULL PRIMARY KEY,
    version    INT         NOT NULL,
    of_day     DATE        NOT NULL,
    body       MEDIUMTEXT  NOT NULL,
    taken_at   DATETIME(6) NOT NULL
);

-- What conditions ask for, without reading all there is.
CREATE INDEX journey_opened ON journey (opened_at, journey_type_id, customer_id);
CREATE INDEX consent_by_purpose ON customer_consent (purpose, customer_id, stated_at, granted, expires_at);
CREATE INDEX own_consent_by_purpose ON customer_own_consent (purpose, customer_id, stated_at, granted, expires_at);
CREATE INDEX attribute_by_key ON customer_attribute (attribute_key, customer_id);
CREATE INDEX feedback_by_kind ON feedback (kind, received_at, customer_id, score);
CREATE INDEX customer_value_by_tier ON customer_value (scoring, tier);
