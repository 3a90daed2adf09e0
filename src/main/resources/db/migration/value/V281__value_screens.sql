-- at_risk: total_value × (1 − alive), of who may have gone without a word: alive known, not lost, no running contract,
-- worth something.
ALTER TABLE customer_value ADD COLUMN at_risk DECIMAL(19,4);

-- Each list of the value screen is a range of one of these, however many customers there are.
CREATE INDEX customer_value_by_stage ON customer_value (scoring, stage, total_value);
CREATE INDEX customer_value_by_alive ON customer_value (scoring, alive);
CREATE INDEX customer_value_by_first ON customer_value (scoring, first_dealing);
CREATE INDEX customer_value_by_risk ON customer_value (scoring, at_risk);

-- What all customers are worth together, computed once as the last step of a valuation; body as JSON.
CREATE TABLE value_picture (
    scoring INT        NOT NULL PRIMARY KEY,
    body    MEDIUMTEXT NOT NULL
);
