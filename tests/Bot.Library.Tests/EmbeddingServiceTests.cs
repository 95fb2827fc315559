using Bot.Library.Readings.Parsing;
using Bot.Library.SecondStage;
using Bot.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Library.Tests;

public sealed class EmbeddingServiceTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task ASecondStageThatCannotBeLoadedLeavesTheSearchByMeaning()
    {
        var shelf = LocalModels.LexicalShelf([ReadingFactory.Default.CreateFromText("canal", "Canal", "The canal was opened on 3 May 1869.")]);
        using var service = new EmbeddingService(
            shelf, LocalModels.Embedder(shelf), new BrokenSecondStage(), TimeProvider.System, [], NullLogger<EmbeddingService>.Instance);
        using var timeout = new CancellationTokenSource(Timeout);

        await service.StartAsync(timeout.Token);
        while (!shelf.All.Index.HasVectors)
        {
            await Task.Delay(10, timeout.Token);
        }

        await service.StopAsync(timeout.Token);
    }

    private sealed class BrokenSecondStage : ISecondStage
    {
        public Task LoadAsync() => Task.FromException(new InvalidDataException("The weights are damaged."));

        public bool Admits(int underWay) => false;

        public Task<double[]?> ScoreAnswersAsync(string query, IReadOnlyList<string> passages, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<Stance[]?> JudgeStancesAsync(string claim, IReadOnlyList<string> passages, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
