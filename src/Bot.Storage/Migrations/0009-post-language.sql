-- The language of a message in the outbox: it is looked for as it was written, whatever the channel's teachers decide meanwhile. Empty for English.
ALTER TABLE posts ADD COLUMN language TEXT NOT NULL DEFAULT '';
