-- Teachers who asked to be told by direct message what is not posted to a channel. The member is a keyed hash that differs from channel to
-- channel; direct is the channel of the direct messages, place the address at which members open the channel.
CREATE TABLE told_teachers (
    channel TEXT NOT NULL,
    member TEXT NOT NULL,
    direct TEXT NOT NULL,
    place TEXT NOT NULL,
    PRIMARY KEY (channel, member)
);
