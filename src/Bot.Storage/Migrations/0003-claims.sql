-- What came to one replica and must have no second effect at another: hashed ids of requests, for up to an hour.
CREATE TABLE claims (
    name TEXT NOT NULL PRIMARY KEY,
    kept_until BIGINT NOT NULL
);
CREATE INDEX claims_kept_until ON claims (kept_until);
