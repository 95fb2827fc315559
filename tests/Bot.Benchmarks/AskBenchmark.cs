using BenchmarkDotNet.Attributes;
using Bot.Chat;
using Bot.Evaluation.Product;

namespace Bot.Benchmarks;

/// <summary>How long one <c>ask</c> takes over 10 MB of readings, from command to reply.</summary>
[MemoryDiagnoser]
public class AskBenchmark
{
    private IReadOnlyList<string> questions = [];
    private SeminarUnderTest seminar = SeminarUnderTest.Over([]);

    [GlobalSetup]
    public void SetUp()
    {
        var readings = GeneratedReadings.Create();
        questions = readings.Questions;
        seminar = SeminarUnderTest.Over(readings.Read());
    }

    /// <summary>Every question once, so that the time is that of one question, whichever it is.</summary>
    [Benchmark(Description = "Ask", OperationsPerInvoke = GeneratedReadings.QuestionCount)]
    public async Task<int> Ask()
    {
        var answered = 0;
        foreach (var question in questions)
        {
            var reply = await seminar.AskAsync("ask", question, CancellationToken.None);
            answered += reply.Status == ReplyStatus.Answered ? 1 : 0;
        }

        return answered;
    }
}
