-- A channel is written platform/space/channel, each part escaped as in an address. Moments are milliseconds since 1970, dates 2026-09-01.
CREATE TABLE schedules (
    id TEXT NOT NULL PRIMARY KEY,
    channel TEXT NOT NULL,
    number BIGINT NOT NULL,
    time TEXT NOT NULL,
    zone TEXT NOT NULL,
    days TEXT NOT NULL,
    first_date TEXT NOT NULL,
    last_date TEXT NOT NULL,
    readings TEXT NOT NULL,
    is_paused BIGINT NOT NULL,
    next_date TEXT,
    next_due BIGINT,
    UNIQUE (channel, number)
);
CREATE INDEX schedules_due ON schedules (next_due);

-- Days of a schedule that differ: left out, or with a motion of their own.
CREATE TABLE special_days (
    schedule TEXT NOT NULL,
    date TEXT NOT NULL,
    motion TEXT NOT NULL,
    PRIMARY KEY (schedule, date)
);

CREATE TABLE holidays (
    channel TEXT NOT NULL,
    date TEXT NOT NULL,
    PRIMARY KEY (channel, date)
);

-- The motions that come next where nothing else is asked for; one plan for all schedules of a channel on the same readings.
CREATE TABLE plans (
    channel TEXT NOT NULL,
    readings TEXT NOT NULL,
    stamp TEXT NOT NULL,
    motions TEXT NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (channel, readings)
);

-- Motions that people wrote: suggested, queued, declined, used.
CREATE TABLE proposals (
    id TEXT NOT NULL PRIMARY KEY,
    channel TEXT NOT NULL,
    motion TEXT NOT NULL,
    state TEXT NOT NULL,
    author TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    queued_at BIGINT NOT NULL
);
CREATE INDEX proposals_of_channel ON proposals (channel, state, queued_at);

-- One row for each day of a schedule that came: the claim. A day is claimed once, whoever comes first.
CREATE TABLE debates (
    id TEXT NOT NULL PRIMARY KEY,
    schedule TEXT NOT NULL,
    date TEXT NOT NULL,
    extra TEXT NOT NULL,
    channel TEXT NOT NULL,
    due BIGINT NOT NULL,
    outcome TEXT NOT NULL,
    motion_id TEXT NOT NULL,
    motion TEXT NOT NULL,
    reading TEXT NOT NULL,
    paragraph BIGINT NOT NULL,
    sentence BIGINT NOT NULL,
    opened_at BIGINT NOT NULL,
    closes_at BIGINT NOT NULL,
    is_closed BIGINT NOT NULL,
    UNIQUE (schedule, date, extra)
);
CREATE INDEX debates_of_channel ON debates (channel, due);
CREATE INDEX debates_closing ON debates (is_closed, closes_at);

-- The outbox: what has to stand in a channel once.
CREATE TABLE posts (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    debate TEXT NOT NULL,
    channel TEXT NOT NULL,
    content TEXT NOT NULL,
    thread_name TEXT NOT NULL,
    target_thread TEXT NOT NULL,
    state TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    give_up_at BIGINT NOT NULL,
    next_try BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    leased_by TEXT NOT NULL,
    message TEXT NOT NULL,
    thread TEXT NOT NULL,
    link TEXT NOT NULL,
    posted_at BIGINT NOT NULL,
    why TEXT NOT NULL
);
CREATE INDEX posts_to_send ON posts (state, next_try);

-- What teachers should know: days without a debate, posts that were refused.
CREATE TABLE reports (
    id TEXT NOT NULL PRIMARY KEY,
    channel TEXT NOT NULL,
    at BIGINT NOT NULL,
    what TEXT NOT NULL
);
CREATE INDEX reports_of_channel ON reports (channel, at);

-- A voter is a keyed hash that differs from poll to poll.
CREATE TABLE votes (
    debate TEXT NOT NULL,
    voter TEXT NOT NULL,
    first_side TEXT NOT NULL,
    side TEXT NOT NULL,
    first_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (debate, voter)
);

CREATE TABLE console_posts (
    id TEXT NOT NULL PRIMARY KEY,
    printed_at BIGINT NOT NULL
);

-- How often a paragraph was asked about (asked), quoted (cited), opened (opened) or debated (debated) in a channel, by the hour.
CREATE TABLE touches (
    channel TEXT NOT NULL,
    reading TEXT NOT NULL,
    paragraph BIGINT NOT NULL,
    kind TEXT NOT NULL,
    hour BIGINT NOT NULL,
    times BIGINT NOT NULL,
    PRIMARY KEY (channel, reading, paragraph, kind, hour)
);

CREATE TABLE channel_settings (
    channel TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (channel, name)
);

-- Counterarguments that teachers wrote.
CREATE TABLE curated_counters (
    id TEXT NOT NULL PRIMARY KEY,
    channel TEXT NOT NULL,
    claim TEXT NOT NULL,
    counter TEXT NOT NULL,
    reading TEXT NOT NULL,
    paragraph BIGINT NOT NULL,
    sentence BIGINT NOT NULL,
    made_at BIGINT NOT NULL
);
CREATE INDEX curated_counters_of_channel ON curated_counters (channel);
