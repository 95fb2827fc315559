-- The tag of a post where a channel's posts have tags: that of the schedule, and of the message in the outbox. Empty for none.
ALTER TABLE schedules ADD COLUMN tag TEXT NOT NULL DEFAULT '';
ALTER TABLE posts ADD COLUMN tag TEXT NOT NULL DEFAULT '';
