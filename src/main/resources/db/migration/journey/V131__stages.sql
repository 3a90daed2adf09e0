-- stages: in which order departments work on a journey of this type, and what was promised of each.
-- clock: BUSINESS or CALENDAR. promised: an ISO 8601 duration.
CREATE TABLE journey_stage (
    journey_type_id BIGINT      NOT NULL,
    position        INT         NOT NULL,
    department_id   BIGINT      NOT NULL,
    promised        VARCHAR(40) NOT NULL,
    clock           VARCHAR(8)  NOT NULL,
    PRIMARY KEY (journey_type_id, position),
    CONSTRAINT journey_stage_type FOREIGN KEY (journey_type_id) REFERENCES journey_type (id)
);

-- contact_gap: how long a gap contacts without a case number may have within one journey; null means the usual.
ALTER TABLE journey_type ADD COLUMN contact_gap VARCHAR(40);
