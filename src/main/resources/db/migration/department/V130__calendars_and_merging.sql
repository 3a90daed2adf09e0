-- holidays: code of a calendar of public holidays, such as NL or DE-BY; null for none.
-- merged_into: another department whose second spelling this one turned out to be. Touchpoints keep the department they
-- were stored with; only who reads them takes the survivor in its place, so that parting them again is exact.
ALTER TABLE department ADD COLUMN holidays VARCHAR(10);
ALTER TABLE department ADD COLUMN merged_into BIGINT;
ALTER TABLE department ADD CONSTRAINT department_survivor FOREIGN KEY (merged_into) REFERENCES department (id);
ALTER TABLE department ADD CONSTRAINT department_slot UNIQUE (slot);

-- merged_into: the team of the same name among the departments that were merged; null for the one that is shown.
ALTER TABLE team ADD COLUMN merged_into BIGINT;
ALTER TABLE team ADD CONSTRAINT team_survivor FOREIGN KEY (merged_into) REFERENCES team (id);

-- Every name by which a source may mean a department: its code, and the names it has and had. What a name once meant it
-- means for ever, on every node.
CREATE TABLE department_spelling (
    name          VARCHAR(120) NOT NULL PRIMARY KEY,
    department_id BIGINT       NOT NULL,
    CONSTRAINT department_spelling_of FOREIGN KEY (department_id) REFERENCES department (id)
);
INSERT INTO department_spelling (name, department_id) SELECT code, id FROM department;
INSERT IGNORE INTO department_spelling (name, department_id) SELECT name, MIN(id) FROM department GROUP BY name;
