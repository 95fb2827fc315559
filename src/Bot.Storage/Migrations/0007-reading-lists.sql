-- The readings that a channel is answered from: their names, with line feeds between them; empty for all. Each change makes the revision larger
-- by one, so that the sum of all tells whether any has changed. Rows stay.
CREATE TABLE reading_lists (
    channel TEXT NOT NULL PRIMARY KEY,
    readings TEXT NOT NULL,
    revision BIGINT NOT NULL
);
