using Bot.Chat.Languages;
using Bot.Chat.Posting;
using Bot.Storage;

namespace Bot.Terminal;

/// <summary>Posts to the console by printing. A screen cannot be searched, so the database records what was printed.</summary>
internal sealed class ConsolePoster(ConsoleScreen screen, Database database, TimeProvider time) : IChannelPoster
{
    public string Platform => "console";

    public Capabilities Capabilities => Capabilities.Posts;

    public async Task<PostOutcome> PostAsync(ChannelPost post, CancellationToken cancellationToken)
    {
        if (!screen.IsOpen)
        {
            return new PostOutcome.Failed("The console is not open.");
        }

        // Recorded before it is printed, because a lost line is better than one that is printed twice.
        var isNew = await database.WriteAsync(
            session => session.ExecuteAsync(
                "INSERT INTO console_posts (id, printed_at) VALUES (@Key, @now) ON CONFLICT (id) DO NOTHING",
                new { post.Key, now = time.GetUtcNow().ToUnixTimeMilliseconds() }),
            cancellationToken) == 1;
        if (isNew)
        {
            await screen.PostAsync(post.Content, cancellationToken);
        }

        return new PostOutcome.Posted(new PostedMessage(post.Channel, post.Key));
    }

    public async Task<FindOutcome> FindAsync(ChannelPost post, DateTimeOffset since, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            session => session.ReadFirstAsync<string>("SELECT id FROM console_posts WHERE id = @Key", new { post.Key }), cancellationToken) is null
            ? new FindOutcome.Absent()
            : new FindOutcome.Found(new PostedMessage(post.Channel, post.Key));

    public Task<PostOutcome> EditAsync(PostedMessage message, ChatReply content, CancellationToken cancellationToken) =>
        Task.FromResult<PostOutcome>(new PostOutcome.Refused(TranslatedText.Of(() => "Printed lines on the console cannot be changed.")));
}
