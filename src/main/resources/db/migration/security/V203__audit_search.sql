-- The log is searched by who, what and whom, each the newest first.
CREATE INDEX audit_entry_by_user ON audit_entry (username, happened_at, id);
CREATE INDEX audit_entry_by_action ON audit_entry (action, happened_at, id);
CREATE INDEX audit_entry_by_subject ON audit_entry (subject, happened_at, id);
