-- Why answers did not help, where a channel allows it: words without their author.
CREATE TABLE feedback_reasons (
    id TEXT NOT NULL PRIMARY KEY,
    channel TEXT NOT NULL,
    at BIGINT NOT NULL,
    words TEXT NOT NULL
);
CREATE INDEX feedback_reasons_of_channel ON feedback_reasons (channel, at);
