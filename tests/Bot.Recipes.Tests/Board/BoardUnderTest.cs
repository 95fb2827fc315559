using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Chat.Posting;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Recipes.Tests.Board;

/// <summary>The notice board with its adapter.</summary>
internal sealed class BoardUnderTest : IAdapterUnderTest
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(30);

    private readonly ScriptedSeminar seminar;
    private readonly ServiceProvider services = new ServiceCollection().AddLogging().AddBoard().AddBoard().BuildServiceProvider();
    private readonly NoticeBoard board;
    private CancellationTokenSource stop = new();
    private Task running = Task.CompletedTask;

    private BoardUnderTest(ScriptedSeminar seminar)
    {
        this.seminar = seminar;
        board = services.GetRequiredService<NoticeBoard>();
    }

    public Capabilities Capabilities => BoardAdapter.Capabilities;

    public Limits Limits => BoardAdapter.Limits;

    public IChannelPoster? Poster => null;

    public IReadOnlyList<SeenMessage> Seen =>
        [.. board.Notes.Select(note => new SeenMessage(note.Text, note.IsPrivate) { PlainText = note.Text, Length = note.Text.Length })];

    public int LimitBreaches => board.Breaches;

    public static async Task<BoardUnderTest> StartAsync(ScriptedSeminar seminar)
    {
        var started = new BoardUnderTest(seminar);
        await started.RunAsync();
        return started;
    }

    public Task<Acknowledgement> DeliverAsync(Happening happened)
    {
        var start = TimeProvider.System.GetTimestamp();
        board.Ask(new AskingNote(happened.Delivery, happened.Command, happened.Text, happened.IsTeacher));
        return Task.FromResult(new Acknowledgement(TimeProvider.System.GetElapsedTime(start), IsAccepted: true, IsPrivate: null));
    }

    public async Task RestartAsync()
    {
        await StopAsync();
        stop = new CancellationTokenSource();
        await RunAsync();
    }

    public void LimitNext(TimeSpan retryAfter) => board.FillNext(retryAfter);

    public void RefuseNextPrivateReply() => board.RefuseNextPrivate();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await services.DisposeAsync();
    }

    private async Task RunAsync()
    {
        running = services.GetServices<IChatAdapter>().Single().RunAsync(seminar, stop.Token);
        for (var waited = TimeSpan.Zero; waited < StartTimeout && !board.IsWatched; waited += TimeSpan.FromMilliseconds(10))
        {
            await Task.Delay(10);
        }
    }

    private async Task StopAsync()
    {
        await stop.CancelAsync();
        await running;
        stop.Dispose();
    }
}
