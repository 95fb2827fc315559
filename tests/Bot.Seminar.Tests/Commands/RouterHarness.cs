using Bot.Chat;
using Bot.Library;
using Bot.Seminar.Channels;
using Bot.Seminar.Commands;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Seminar.Tests.Commands;

/// <summary>A router with a test's commands.</summary>
internal sealed class RouterHarness : IDisposable
{
    private readonly CommandTelemetry telemetry;

    public RouterHarness(Shelf shelf, params ISeminarCommand[] commands)
    {
        telemetry = new CommandTelemetry(shelf);
        Router = new CommandRouter(
            new CommandCatalogue(commands), new ChannelShelves(shelf, new ReadingLists()), telemetry, new FollowUps(Time), Options.Create(Replies), Time, Log);
    }

    public CommandRouter Router { get; }

    public KeptLog Log { get; } = new();

    public RepliesOptions Replies { get; } = new();

    public FakeTimeProvider Time { get; } = new();

    public Task<ChatReply> SendAsync(string name, string text = "", params (string Name, string Value)[] options) =>
        HandleAsync(Command(name, text) with { Options = options.ToDictionary(option => option.Name, option => option.Value) });

    public Task<ChatReply> HandleAsync(ChatCommand command) => Router.HandleAsync(command, CancellationToken.None);

    /// <summary>A command of a member in a channel.</summary>
    public static ChatCommand Command(string name, string text = "") => new()
    {
        Name = name,
        Text = text,
        Channel = new ChannelAddress("test", "", "room"),
        User = new ChatUser("member"),
    };

    public void Dispose() => telemetry.Dispose();

    internal sealed class KeptLog : ILogger<CommandRouter>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{logLevel}: {formatter(state, exception)}");
    }
}

/// <summary>A command that returns its input, or runs a test's function.</summary>
internal sealed class EchoCommand(CommandInfo info, Func<CommandRequest, ChatReply>? answer = null) : ISeminarCommand
{
    public CommandInfo Info { get; } = info;

    public CommandRequest? Last { get; private set; }

    /// <summary>The reply from now on; null for its input.</summary>
    public ChatReply? Reply { get; set; }

    public Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        Last = request;
        return Task.FromResult(answer is null ? Reply ?? ChatReply.Answer(new TextBlock(request.Text)) : answer(request));
    }
}
