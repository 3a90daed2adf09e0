-- A case is what one source calls by one number; a contact without a case number is one of its own. Cases that belong
-- together make up one journey, which goes by the smallest id among its cases.
CREATE TABLE journey_case (
    id              BIGINT       NOT NULL PRIMARY KEY,
    journey_type_id BIGINT       NOT NULL,
    source          VARCHAR(80)  NOT NULL,
    case_number     VARCHAR(200) NOT NULL,
    contact         BOOLEAN      NOT NULL,
    journey_id      BIGINT       NOT NULL,
    CONSTRAINT case_identity UNIQUE (case_number, source, journey_type_id, contact)
);
INSERT INTO journey_case (id, journey_type_id, source, case_number, contact, journey_id)
SELECT id, journey_type_id, source, case_number, FALSE, id FROM journey;
CREATE INDEX case_of_journey ON journey_case (journey_id);

-- By what a contact without a case number finds its journey. Those without a customer or a topic stand alone.
CREATE TABLE contact (
    case_id     BIGINT       NOT NULL PRIMARY KEY,
    customer_id BIGINT       NOT NULL,
    topic       VARCHAR(120) NOT NULL
);
CREATE INDEX contact_of_customer ON contact (customer_id);

-- No foreign key from a touchpoint: it would wait for whoever computes its journey at this moment.
ALTER TABLE touchpoint DROP CONSTRAINT touchpoint_journey;
ALTER TABLE touchpoint ADD COLUMN customer_id BIGINT;
ALTER TABLE touchpoint ADD COLUMN details MEDIUMTEXT;
UPDATE touchpoint SET customer_id =
    (SELECT c.id FROM journey j JOIN customer c ON c.id = j.customer_id
     WHERE j.id = touchpoint.journey_id AND c.kind <> 'ANONYMOUS');
ALTER TABLE touchpoint RENAME COLUMN journey_id TO case_id;
CREATE INDEX touchpoint_by_customer ON touchpoint (customer_id, started_at);

-- Computed from the touchpoints, so that a list of journeys reads no touchpoint. type, source and case_number are those
-- of its first case. several_customers: its touchpoints name more than one; the first named is the journey's.
DROP TABLE journey;
CREATE TABLE journey (
    id                BIGINT       NOT NULL PRIMARY KEY,
    journey_type_id   BIGINT       NOT NULL,
    source            VARCHAR(80)  NOT NULL,
    case_number       VARCHAR(200) NOT NULL,
    customer_id       BIGINT       NOT NULL,
    opened_at         DATETIME(6)  NOT NULL,
    last_at           DATETIME(6)  NOT NULL,
    closed_at         DATETIME(6),
    touchpoints       INT          NOT NULL,
    cases             INT          NOT NULL,
    several_customers BOOLEAN      NOT NULL
);
CREATE INDEX journey_by_customer ON journey (customer_id, last_at);

-- A touchpoint of case_id says that the case of that number in that source, of whatever type, is the same journey.
CREATE TABLE case_reference (
    touchpoint_id BIGINT       NOT NULL,
    source        VARCHAR(80)  NOT NULL,
    case_number   VARCHAR(200) NOT NULL,
    case_id       BIGINT       NOT NULL,
    PRIMARY KEY (touchpoint_id, source, case_number)
);
CREATE INDEX case_reference_from ON case_reference (case_id);
CREATE INDEX case_reference_to ON case_reference (case_number, source);

-- What people said of two cases, case_a < case_b. joined: they are one journey. parted: they are not, whatever else
-- would join them; joined stays, so that taking it back restores what was.
CREATE TABLE case_link (
    case_a     BIGINT      NOT NULL,
    case_b     BIGINT      NOT NULL,
    joined     BOOLEAN     NOT NULL,
    parted     BOOLEAN     NOT NULL,
    decided_by BIGINT      NOT NULL,
    decided_at DATETIME(6) NOT NULL,
    PRIMARY KEY (case_a, case_b)
);
CREATE INDEX case_link_other ON case_link (case_b);

-- Two journeys, each by its smallest case, that may be one. state: OPEN, CONFIRMED, DECLINED. reasons: as JSON.
CREATE TABLE case_proposal (
    case_a      BIGINT      NOT NULL,
    case_b      BIGINT      NOT NULL,
    customer_id BIGINT      NOT NULL,
    reasons     MEDIUMTEXT  NOT NULL,
    state       VARCHAR(10) NOT NULL,
    proposed_at DATETIME(6) NOT NULL,
    decided_by  BIGINT,
    decided_at  DATETIME(6),
    PRIMARY KEY (case_a, case_b)
);
CREATE INDEX case_proposal_other ON case_proposal (case_b);
CREATE INDEX case_proposal_queue ON case_proposal (state, proposed_at);

-- Cases whose touchpoints or links changed, in the order in which they did. A case may stand here more than once, so
-- that who adds to it never waits for who computes its journey.
CREATE TABLE changed_case (
    id        BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    case_id   BIGINT      NOT NULL,
    marked_at DATETIME(6) NOT NULL
);
INSERT INTO changed_case (case_id, marked_at) SELECT id, CURRENT_TIMESTAMP FROM journey_case ORDER BY id;
DROP TABLE changed_journey;

-- Cases whose journey could not be computed. They are tried again when they change, and at the next rebuild.
CREATE TABLE failed_case (
    case_id   BIGINT       NOT NULL PRIMARY KEY,
    failed_at DATETIME(6)  NOT NULL,
    reason    VARCHAR(200) NOT NULL
);
