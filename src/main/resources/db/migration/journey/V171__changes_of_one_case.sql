-- A case that changed again while it waited is computed once for all its entries.
CREATE INDEX changed_case_of ON changed_case (case_id);
