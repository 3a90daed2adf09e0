-- rhythm: how often the customer is to hear something at least, as an ISO 8601 duration.
CREATE TABLE journey_type (
    id     BIGINT       NOT NULL PRIMARY KEY,
    code   VARCHAR(80)  NOT NULL,
    name   VARCHAR(120) NOT NULL,
    rhythm VARCHAR(40),
    CONSTRAINT journey_type_code UNIQUE (code)
);

CREATE TABLE planned_pass (
    journey_type_id    BIGINT NOT NULL,
    from_department_id BIGINT NOT NULL,
    to_department_id   BIGINT NOT NULL,
    PRIMARY KEY (journey_type_id, from_department_id, to_department_id),
    CONSTRAINT planned_pass_type FOREIGN KEY (journey_type_id) REFERENCES journey_type (id)
);

CREATE TABLE journey (
    id              BIGINT       NOT NULL PRIMARY KEY,
    journey_type_id BIGINT       NOT NULL,
    source          VARCHAR(80)  NOT NULL,
    case_number     VARCHAR(200) NOT NULL,
    customer_id     BIGINT       NOT NULL,
    CONSTRAINT journey_case UNIQUE (case_number, journey_type_id, source),
    CONSTRAINT journey_type_of FOREIGN KEY (journey_type_id) REFERENCES journey_type (id),
    CONSTRAINT journey_customer FOREIGN KEY (customer_id) REFERENCES customer (id)
);

-- Instants are UTC. file_position orders the touchpoints of one instant: their place in their own file or batch.
CREATE TABLE touchpoint (
    id                      BIGINT       NOT NULL PRIMARY KEY,
    journey_id              BIGINT       NOT NULL,
    source                  VARCHAR(80)  NOT NULL,
    external_id             VARCHAR(200) NOT NULL,
    file_position           BIGINT       NOT NULL,
    started_at              DATETIME(6)  NOT NULL,
    ended_at                DATETIME(6),
    department_id           BIGINT,
    team_id                 BIGINT,
    agent                   VARCHAR(120),
    direction               VARCHAR(10),
    channel                 VARCHAR(40),
    handled_by              VARCHAR(12),
    answered                BOOLEAN,
    purpose                 VARCHAR(10),
    activity                VARCHAR(200),
    topic                   VARCHAR(120),
    text                    VARCHAR(4000),
    visibility              VARCHAR(10),
    language                VARCHAR(20),
    outcome                 VARCHAR(12),
    decided_by              VARCHAR(10),
    handed_to_department_id BIGINT,
    handed_to_team_id       BIGINT,
    arrived_at              DATETIME(6)  NOT NULL,
    via                     VARCHAR(4)   NOT NULL,
    CONSTRAINT touchpoint_identity UNIQUE (external_id, source),
    CONSTRAINT touchpoint_journey FOREIGN KEY (journey_id) REFERENCES journey (id)
);
CREATE INDEX touchpoint_by_journey ON touchpoint (journey_id, started_at);
CREATE INDEX journey_by_customer ON journey (customer_id);

-- Earlier versions of touchpoints that were sent again, changed.
CREATE TABLE touchpoint_history (
    touchpoint_id BIGINT      NOT NULL,
    replaced_at   DATETIME(6) NOT NULL,
    version       MEDIUMTEXT  NOT NULL,
    PRIMARY KEY (touchpoint_id, replaced_at)
);

-- Journeys whose handoffs are to be computed again.
CREATE TABLE changed_journey (
    journey_id BIGINT NOT NULL PRIMARY KEY
);
