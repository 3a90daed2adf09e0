-- A named segment's customers, the most valuable first, are one range of this; so are those of one cell of its scores, and the
-- sums of all.
CREATE INDEX customer_value_by_segment ON customer_value
    (scoring, rfm_segment, total_value, customer_id, recency_score, frequency_score, monetary_score, current_value,
     potential_value);
