-- Where alerts go, if anywhere.
ALTER TABLE app_user ADD COLUMN email VARCHAR(254);
