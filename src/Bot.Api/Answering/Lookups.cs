using System.Threading.RateLimiting;
using Bot.Api.Access;
using Bot.Chat;
using Bot.Chat.Json;
using Bot.Seminar.Commands;
using Microsoft.Extensions.Options;

namespace Bot.Api.Answering;

/// <summary>
/// Answers programs, only by commands that look something up. A few run at a time, so that many programs leave time for the people in the
/// chats; a few more wait. Thread-safe.
/// </summary>
internal sealed class Lookups(CommandRouter router, IOptions<ApiOptions> options, TimeProvider time) : IDisposable
{
    /// <summary>The commands that are offered, by name.</summary>
    public static readonly IReadOnlyList<string> Names = ["ask", "find", "counter", "summary", "show", "checkquote", "readings"];

    private readonly ConcurrencyLimiter places = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = options.Value.AtOnce,
        QueueLimit = options.Value.Waiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>The descriptions of these commands, in that order.</summary>
    public IReadOnlyList<CommandInfo> Offered { get; } = [.. Names.Select(name => router.Commands.First(info => info.Name == name))];

    /// <summary>Answers a request.</summary>
    /// <param name="door">The interface: <c>api</c> or <c>mcp</c>.</param>
    /// <param name="caller">The caller.</param>
    /// <param name="request">The request; its command is one of <see cref="Names"/>.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The reply and the time that it took; null if too many wait already.</returns>
    public async Task<Lookup?> AnswerAsync(string door, string caller, JsonRequest request, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        using var place = await places.AcquireAsync(1, cancellationToken);
        if (!place.IsAcquired)
        {
            return null;
        }

        var command = new ChatCommand
        {
            Name = request.Command,
            IsFromProgram = true,
            Text = request.Text,
            Options = request.Options,
            Channel = new ChannelAddress(door, "", caller),
            User = new ChatUser(caller),
        };
        var reply = await router.HandleAsync(command, cancellationToken);
        return new Lookup(reply, JsonAnswer.Of(request.Command, reply, time.GetElapsedTime(start)));
    }

    public void Dispose() => places.Dispose();
}

/// <summary>The result of a request.</summary>
/// <param name="Reply">The reply.</param>
/// <param name="Answer">The reply as JSON.</param>
internal sealed record Lookup(ChatReply Reply, JsonAnswer Answer);
