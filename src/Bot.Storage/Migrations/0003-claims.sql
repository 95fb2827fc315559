-- What came to one replica and must have no second effect at another: ids of requests, for some minutes.
CREATE TABLE claims (
    name TEXT NOT NULL PRIMARY KEY,
    kept_until BIGINT NOT NULL
);
CREATE INDEX claims_kept_until ON claims (kept_until);
