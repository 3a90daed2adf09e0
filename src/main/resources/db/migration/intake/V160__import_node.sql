-- node: where the file lies that is being imported, so that another node which starts meanwhile leaves it alone. '' in
-- rows of before, when there was one.
ALTER TABLE file_import ADD COLUMN node VARCHAR(36) DEFAULT '' NOT NULL;
