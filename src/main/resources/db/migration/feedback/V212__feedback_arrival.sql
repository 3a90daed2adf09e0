CREATE INDEX feedback_arrived ON feedback (arrived_at);
