-- What the rows are: TOUCHPOINT, CUSTOMER, PURCHASE, CONTRACT or FEEDBACK. Only touchpoints have a journey type, else ''.
ALTER TABLE file_import ADD COLUMN kind VARCHAR(12) DEFAULT 'TOUCHPOINT' NOT NULL;
