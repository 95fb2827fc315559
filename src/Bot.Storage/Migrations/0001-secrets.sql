-- Keys and tokens of the program itself, encrypted by whoever puts them there where they open anything outside of the database.
CREATE TABLE secrets (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL,
    changed_at BIGINT NOT NULL
);
