-- slot: the department's colour, 1 to 8 in order of creation, kept for ever (a ninth starts again at 1, striped).
-- confirmed: false for a department that only an import has named.
CREATE TABLE department (
    id        BIGINT       NOT NULL PRIMARY KEY,
    code      VARCHAR(120) NOT NULL,
    name      VARCHAR(120) NOT NULL,
    slot      INT          NOT NULL,
    confirmed BOOLEAN      NOT NULL,
    zone      VARCHAR(40),
    hours     VARCHAR(400),
    CONSTRAINT department_code UNIQUE (code)
);

-- name is '' for the work of a department that names no team.
CREATE TABLE team (
    id            BIGINT       NOT NULL PRIMARY KEY,
    department_id BIGINT       NOT NULL,
    name          VARCHAR(120) NOT NULL,
    CONSTRAINT team_name UNIQUE (department_id, name),
    CONSTRAINT team_department FOREIGN KEY (department_id) REFERENCES department (id)
);
