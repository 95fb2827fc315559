using System.Globalization;
using Bot.Chat.Languages;
using Bot.Storage;

namespace Bot.Seminar.Channels;

/// <summary>The settings that teachers made for a channel. They are cached for a short time, so that a reply does not wait for the database.</summary>
public sealed class ChannelSettings(Database database, TimeProvider time)
{
    /// <summary>The visibility of replies: <c>private</c> or <c>channel</c>.</summary>
    public const string Replies = "replies";

    /// <summary>Whether the bot may read messages of the channel to sum up a debate: <c>on</c>.</summary>
    public const string Recap = "recap";

    /// <summary>Whether the channel gets a line when a debate is not posted: <c>off</c> if not.</summary>
    public const string Notes = "notes";

    /// <summary>Whether reasons why an answer did not help, and questions without an answer, are stored: <c>on</c>.</summary>
    public const string Reasons = "reasons";

    /// <summary>Whether questions in the channel are answered without a command: <c>here</c>.</summary>
    public const string Answers = "answers";

    /// <summary>The value of <see cref="Answers"/> that answers questions without a command.</summary>
    public const string Here = "here";

    /// <summary>The language of the bot in the channel: one of <see cref="ReplyLanguages.Names"/>, or <see cref="Auto"/>.</summary>
    public const string Language = "language";

    /// <summary>The value of <see cref="Language"/> that answers each member in their own language.</summary>
    public const string Auto = "auto";

    private readonly ChannelMemory<IReadOnlyDictionary<string, string>> memory = new(database, time, LoadAsync);

    /// <summary>The settings of a channel by name.</summary>
    /// <exception cref="DatabaseUnavailableException">They cannot be read.</exception>
    public Task<IReadOnlyDictionary<string, string>> OfAsync(ChannelAddress channel, CancellationToken cancellationToken) =>
        memory.ReadAsync(ChannelKey.Of(channel), cancellationToken);

    /// <summary>
    /// Who sees replies in a channel; null if its teachers have not decided, or the database cannot be read. Returns within half a second.
    /// </summary>
    public async ValueTask<ReplyVisibility?> ReadVisibilityAsync(ChannelAddress channel, CancellationToken cancellationToken) =>
        (await memory.RecallAsync(ChannelKey.Of(channel), cancellationToken))?.GetValueOrDefault(Replies) switch
        {
            "private" => ReplyVisibility.Private,
            "channel" => ReplyVisibility.Channel,
            _ => null,
        };

    /// <summary>
    /// Whether questions in a channel are answered without a command; false if the database cannot be read. Returns within half a second.
    /// </summary>
    public async ValueTask<bool> AnswersHereAsync(ChannelAddress channel, CancellationToken cancellationToken) =>
        (await memory.RecallAsync(ChannelKey.Of(channel), cancellationToken))?.GetValueOrDefault(Answers) == Here;

    /// <summary>
    /// Whether reasons and questions without an answer are stored in a channel; false if the database cannot be read. Returns within half a second.
    /// </summary>
    public async ValueTask<bool> AllowsReasonsAsync(ChannelAddress channel, CancellationToken cancellationToken) =>
        (await memory.RecallAsync(ChannelKey.Of(channel), cancellationToken))?.GetValueOrDefault(Reasons) == "on";

    /// <summary>
    /// The bot's language in a channel; null if its teachers have not decided, or the database cannot be read. Returns within half a second.
    /// </summary>
    public async ValueTask<CultureInfo?> ReadLanguageAsync(ChannelAddress channel, CancellationToken cancellationToken) =>
        ReplyLanguages.Find((await memory.RecallAsync(ChannelKey.Of(channel), cancellationToken))?.GetValueOrDefault(Language));

    /// <summary>Changes a setting.</summary>
    public async Task SetAsync(ChannelAddress channel, string name, string value, CancellationToken cancellationToken)
    {
        var key = ChannelKey.Of(channel);
        await database.WriteAsync(
            session => session.ExecuteAsync(
                """
                INSERT INTO channel_settings (channel, name, value) VALUES (@key, @name, @value)
                ON CONFLICT (channel, name) DO UPDATE SET value = excluded.value
                """,
                new { key, name, value }),
            cancellationToken);
        memory.Forget(key);
    }

    private static async Task<IReadOnlyDictionary<string, string>> LoadAsync(Session session, string key) =>
        (await session.QueryAsync<Row>("SELECT name, value FROM channel_settings WHERE channel = @key", new { key })).ToDictionary(row => row.Name, row => row.Value);

    private sealed record Row
    {
        public string Name { get; init; } = "";

        public string Value { get; init; } = "";
    }
}
