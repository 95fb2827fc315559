-- Questions without an answer are stored like the reasons why an answer did not help: 'reason' or 'question'.
ALTER TABLE feedback_reasons ADD COLUMN kind TEXT NOT NULL DEFAULT 'reason';
