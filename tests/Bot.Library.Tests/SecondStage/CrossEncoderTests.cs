using System.Diagnostics.Metrics;
using Bot.Library.SecondStage;
using Bot.Testing;
using Microsoft.Extensions.Options;

namespace Bot.Library.Tests.SecondStage;

public sealed class CrossEncoderTests
{
    private const string Question = "Have sanctions worked?";
    private const string Answer = "Sanctions have not worked as an instrument of disarmament.";
    private const string Weather = "The weather in Lisbon is fine.";

    [Fact]
    public async Task ASentenceThatAnswersIsToldFromOneThatDoesNot()
    {
        var judgements = await LocalModels.SecondStage.ScoreAnswersAsync(Question, [Weather, Answer], CancellationToken.None);

        Assert.NotNull(judgements);
        Assert.True(judgements[1] > 2 && judgements[0] < -2, $"{judgements[1]} and {judgements[0]}");
    }

    [Fact]
    public async Task ARunningReadEndsBeforeTheNetworkIsDisposed()
    {
        var reader = new SecondStageReader(Options.Create(new SecondStageOptions()));
        await reader.ScoreAnswersAsync(Question, [Answer], CancellationToken.None);

        var reading = reader.ScoreAnswersAsync(Question, [.. Enumerable.Repeat(Answer, 60)], CancellationToken.None);
        reader.Dispose();

        Assert.Equal(60, (await reading)?.Length);
    }

    [Fact]
    public async Task AFileThatCannotBeReadOnceIsReadAgain()
    {
        using var files = new TemporaryFolder();
        using var network = new CrossEncoder(files["answers.onnx.gz"]);
        await Assert.ThrowsAsync<InvalidDataException>(() => network.JudgeAsync([(Question, Answer)], CancellationToken.None));

        File.Copy(SecondStageReader.AnswerFile, files["answers.onnx.gz"]);

        Assert.Single(await network.JudgeAsync([(Question, Answer)], CancellationToken.None));
    }

    [Fact]
    public async Task ADisposedReaderLeavesNobodyWaiting()
    {
        var reader = new SecondStageReader(Options.Create(new SecondStageOptions()));
        var readings = Enumerable.Range(0, 3).Select(_ => reader.ScoreAnswersAsync(Question, [.. Enumerable.Repeat(Answer, 30)], CancellationToken.None)).ToList();

        reader.Dispose();
        reader.Dispose();

        await Task.WhenAll(readings).WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task TheSameQuestionHasTheSameJudgementTwice()
    {
        var passages = Enumerable.Range(1, 20).Select(i => string.Join(' ', Enumerable.Repeat(i % 3 == 0 ? Answer : Weather, (i % 5) + 1))).ToList();

        Assert.Equal(
            await LocalModels.SecondStage.ScoreAnswersAsync(Question, passages, CancellationToken.None),
            await LocalModels.SecondStage.ScoreAnswersAsync(Question, passages, CancellationToken.None));
    }

    [Fact]
    public async Task AQuestionSkipsTheSecondStageWhenTooManyWait()
    {
        using var reader = new SecondStageReader(Options.Create(new SecondStageOptions { MaxWaiting = 1 }));
        var passages = Enumerable.Repeat(Answer, 64).ToList();

        var all = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => reader.ScoreAnswersAsync(Question, passages, CancellationToken.None)));

        Assert.Equal(2, all.Count(judgements => judgements is not null));
    }

    [Theory]
    [InlineData(true, 3, true)]
    [InlineData(true, 4, false)]
    [InlineData(false, 4, true)]
    public void UnderTooManyQuestionsOneSkipsTheSecondStageAndIsCounted(bool enabled, int underWay, bool admitted)
    {
        using var meters = new OneMeter();
        using var listener = new MeterListener();
        var leftOut = 0L;
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => leftOut += count);
        using var reader = new SecondStageReader(Options.Create(new SecondStageOptions { Enabled = enabled, MaxUnderWay = 3 }), meters);
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter == meters.Meter && instrument.Name == "seminar.second_stage.left_out")
            {
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.Start();

        Assert.Equal(admitted, reader.Admits(underWay));
        Assert.Equal(admitted ? 0 : 1, leftOut);
    }

    [Fact]
    public async Task QuestionsSkipTheSecondStageWhileItLoads()
    {
        using var reader = new SecondStageReader(Options.Create(new SecondStageOptions()));

        var before = reader.Admits(underWay: 1);
        var loading = reader.LoadAsync();
        var meanwhile = reader.Admits(underWay: 1);
        await loading;

        Assert.Equal((true, false, true), (before, meanwhile, reader.Admits(underWay: 1)));
    }

    [Fact]
    public async Task SwitchedOffItJudgesNothing()
    {
        using var reader = new SecondStageReader(Options.Create(new SecondStageOptions { Enabled = false }));

        Assert.Null(await reader.ScoreAnswersAsync(Question, [Answer], CancellationToken.None));
    }

    private sealed class OneMeter : IMeterFactory
    {
        public Meter? Meter { get; private set; }

        public Meter Create(MeterOptions options) => Meter = new Meter(options);

        public void Dispose() => Meter?.Dispose();
    }
}
