-- Readings that teachers uploaded, for the members of their server or workspace (discord/1234) alone. The sum of all numbers, each by chance, tells
-- whether any came or went.
CREATE TABLE uploads (
    workspace TEXT NOT NULL,
    reading TEXT NOT NULL,
    file TEXT NOT NULL,
    hash TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    number BIGINT NOT NULL,
    uploaded_at BIGINT NOT NULL,
    content BYTEA NOT NULL,
    PRIMARY KEY (workspace, reading)
);
