using BenchmarkDotNet.Attributes;
using Bot.Chat;
using Bot.Evaluation.Seeds;

namespace Bot.Benchmarks;

/// <summary>How long one <c>ask</c> takes over 10 MB of readings, from command to reply.</summary>
[MemoryDiagnoser]
public class AskBenchmark
{
    private static readonly ChannelAddress Channel = new("benchmark", "", "channel");
    private static readonly ChatUser User = new("benchmark");

    private IReadOnlyList<ChatCommand> commands = [];
    private CommandHandler handle = (_, _) => throw new InvalidOperationException("Set up first.");

    [GlobalSetup]
    public void SetUp()
    {
        var readings = GeneratedReadings.Create();
        handle = SeminarUnderTest.Over(readings.Read());
        commands = [.. readings.Questions.Select(Command)];
    }

    /// <summary>Every question once, so that the time is that of one question, whichever it is.</summary>
    [Benchmark(Description = "Ask", OperationsPerInvoke = GeneratedReadings.QuestionCount)]
    public async Task<int> Ask()
    {
        var answered = 0;
        foreach (var command in commands)
        {
            var reply = await handle(command, CancellationToken.None);
            answered += reply.Status == ReplyStatus.Answered ? 1 : 0;
        }

        return answered;
    }

    private static ChatCommand Command(string question) =>
        new() { Name = "ask", Text = question, Channel = Channel, User = User };
}
