using Bot.Chat.Json;
using Bot.Seminar.Commands;

namespace Bot.Batch;

/// <summary>Answers one JSON object per line with one JSON object per line, in order; a bad line does not stop it.</summary>
internal sealed class BatchRunner(CommandRouter router, TimeProvider time)
{
    private static readonly ChannelAddress Channel = new("batch", "", "batch");
    private static readonly ChatUser User = new("batch", IsTeacher: true);

    /// <summary>Answers every line until the input ends; blank lines are skipped.</summary>
    public async Task RunAsync(TextReader input, TextWriter output, CancellationToken cancellationToken)
    {
        while (await input.ReadLineAsync(cancellationToken) is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var (id, request, problem) = JsonRequest.ParseLine(line);
            var answer = JsonAnswer.Refuse(problem);
            if (request is not null)
            {
                var (reply, elapsed) = await AnswerAsync(request, cancellationToken);
                answer = JsonAnswer.Of(request.Command, reply, elapsed);
            }

            await output.WriteLineAsync((answer with { Id = id }).ToJson().AsMemory(), cancellationToken);
            await output.FlushAsync(cancellationToken);
        }
    }

    /// <inheritdoc cref="AnswerAsync(JsonRequest, IReadOnlyList{AttachedFile}, CancellationToken)"/>
    public Task<(ChatReply Reply, TimeSpan Elapsed)> AnswerAsync(JsonRequest request, CancellationToken cancellationToken) =>
        AnswerAsync(request, [], cancellationToken);

    /// <summary>Answers one request.</summary>
    /// <returns>The reply, and the time from the request to it.</returns>
    public async Task<(ChatReply Reply, TimeSpan Elapsed)> AnswerAsync(
        JsonRequest request, IReadOnlyList<AttachedFile> files, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var command = new ChatCommand
        {
            Name = request.Command,
            Text = request.Text,
            Options = request.Options,
            Files = files,
            Channel = Channel,
            User = User,
        };
        var reply = await router.HandleAsync(command, cancellationToken);
        return (reply, time.GetElapsedTime(start));
    }
}
