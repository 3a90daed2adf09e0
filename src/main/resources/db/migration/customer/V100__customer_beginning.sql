-- What a search may begin with, in small letters: a name from each of its words on, and a postcode. An index finds these
-- among any number of customers, where a pattern that begins with anything would read them all.
CREATE TABLE customer_beginning (
    customer_id BIGINT       NOT NULL,
    kind        VARCHAR(10)  NOT NULL,
    beginning   VARCHAR(400) NOT NULL,
    PRIMARY KEY (customer_id, kind, beginning),
    CONSTRAINT beginning_customer FOREIGN KEY (customer_id) REFERENCES customer (id)
);

INSERT INTO customer_beginning (customer_id, kind, beginning)
SELECT c.id, 'NAME', LOWER(SUBSTRING(c.name, p.position_in_name))
FROM customer c JOIN (
    SELECT 1 + a.n + 6 * b.n + 36 * d.n AS position_in_name
    FROM (SELECT 0 AS n UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5) a
    CROSS JOIN (SELECT 0 AS n UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5) b
    CROSS JOIN (SELECT 0 AS n UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5) d
) p ON p.position_in_name <= CHAR_LENGTH(c.name)
WHERE p.position_in_name = 1 OR SUBSTRING(c.name, p.position_in_name - 1, 1) = ' ';

INSERT INTO customer_beginning (customer_id, kind, beginning)
SELECT id, 'POSTCODE', LOWER(postcode) FROM customer WHERE postcode IS NOT NULL;

CREATE INDEX customer_beginning_search ON customer_beginning (kind, beginning);
