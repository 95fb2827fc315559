using System.Collections.Concurrent;
using System.Globalization;
using Bot.Chat.Languages;

namespace Bot.Chat.Contract;

/// <summary>A seminar that a test controls, and that records its commands. Thread-safe.</summary>
public sealed class ScriptedSeminar : ISeminar
{
    private readonly ConcurrentQueue<ChatCommand> got = new();
    private readonly ConcurrentQueue<ChatCommand> heard = new();

    /// <summary>The commands: a look-up, one for everyone, one for teachers, one in a group, a hidden one.</summary>
    public IReadOnlyList<CommandInfo> Commands { get; init; } =
    [
        new CommandInfo("ask", "Answers a question.")
        {
            Text = new OptionInfo("question", "What to answer.") { Required = true },
            Options = [new OptionInfo("reading", "Where to look.") { Kind = OptionKind.Reading }],
        },
        new CommandInfo("counter", "Contradicts a claim.")
        {
            Text = new OptionInfo("claim", "What someone claims.") { Required = true, IsLong = true },
            MessageAction = "Counter this",
        },
        new CommandInfo("checkquote", "Checks a quote.")
        {
            Text = new OptionInfo("quote", "The words to check.") { Required = true, IsLong = true },
            MessageAction = "Check quote",
        },
        new CommandInfo("debate", "Proposes a motion.")
        {
            Text = new OptionInfo("topic", "What about."),
            NameInGroup = "prompt",
            Visibility = ReplyVisibility.Channel,
        },
        new CommandInfo("debate schedule", "Plans debates.")
        {
            Text = new OptionInfo("time", "When.") { Required = true },
            Options = [new OptionInfo("zone", "Where.") { Required = true }],
            ForTeachers = true,
        },
        new CommandInfo("debate vote", "Votes.") { Text = new OptionInfo("stance", "For what."), IsHidden = true, IsPersonal = true },
    ];

    /// <summary>Answers a command; by default at once, with its text.</summary>
    public Func<ChatCommand, CancellationToken, Task<ChatReply>> Answer { get; set; } = (command, _) =>
        Task.FromResult(ChatReply.Answer(new TextBlock($"You wrote {command.Name}: {command.Text}")));

    /// <summary>Suggests values; none by default.</summary>
    public Func<SuggestionRequest, IReadOnlyList<Suggestion>> Suggestions { get; set; } = _ => [];

    /// <summary>Overrides who sees the replies; null for the command's default.</summary>
    public ReplyVisibility? Visibility { get; set; }

    /// <summary>The language of its channels; null for the member's.</summary>
    public string? Language { get; set; }

    /// <summary>Answers messages that are not addressed to it; by default nothing.</summary>
    public Func<ChatCommand, ChatReply?> Overheard { get; set; } = _ => null;

    /// <summary>The received messages that were not addressed to it, in order.</summary>
    public IReadOnlyList<ChatCommand> Heard => [.. heard];

    /// <summary>The received commands, in order.</summary>
    public IReadOnlyList<ChatCommand> Got => [.. got];

    /// <summary>Makes commands wait until the gate opens, and then answers them with this text.</summary>
    public TaskCompletionSource Hold(string words)
    {
        var gate = new TaskCompletionSource();
        Answer = async (_, cancellationToken) =>
        {
            await gate.Task.WaitAsync(cancellationToken);
            return ChatReply.Answer(new TextBlock(words));
        };
        return gate;
    }

    /// <inheritdoc />
    public FoundCommand Find(ChatCommand request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Name == ChatCommand.PlainWords
            ? InText(request) ?? new FoundCommand(request, Commands.FirstOrDefault(info => info.TakesBareWords), request.Name, request.Text)
            : Named(request, request.Name, request.Text);
    }

    /// <inheritdoc />
    public ValueTask<ReplyVisibility> VisibilityOfAsync(FoundCommand command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return ValueTask.FromResult(VisibilityOf(command));
    }

    /// <inheritdoc />
    public ValueTask<CultureInfo> LanguageOfAsync(ChannelAddress channel, string? locale, CancellationToken cancellationToken) =>
        ValueTask.FromResult(ReplyLanguages.Find(Language) ?? ReplyLanguages.Find(locale) ?? ReplyLanguages.English);

    /// <inheritdoc />
    public async Task<ChatReply> HandleAsync(FoundCommand command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        got.Enqueue(command.Request);
        return await Answer(command.Request, cancellationToken) with { Visibility = VisibilityOf(command) };
    }

    /// <inheritdoc />
    public Task<ChatReply?> OverhearAsync(ChatCommand message, CancellationToken cancellationToken)
    {
        heard.Enqueue(message);
        return Task.FromResult(Overheard(message));
    }

    /// <inheritdoc />
    public IReadOnlyList<Suggestion> Suggest(SuggestionRequest request) => Suggestions(request);

    private FoundCommand? InText(ChatCommand request)
    {
        var (first, rest) = Cut(request.Text);
        return Named(request, first.TrimStart('/'), rest) is { Info: not null } found ? found : null;
    }

    // Finds a command by its name, or by its name and the text's first word.
    private FoundCommand Named(ChatCommand request, string name, string text)
    {
        var (first, rest) = Cut(text);
        return Commands.FirstOrDefault(info => info.Name == $"{name} {first}") is { } inGroup
            ? new FoundCommand(request, inGroup, name, rest)
            : new FoundCommand(request, Commands.FirstOrDefault(info => info.Name == name), name, text);
    }

    private static (string First, string Remainder) Cut(string text) => text.Trim().Split(' ', 2) is [var first, var rest] ? (first, rest) : (text.Trim(), "");

    private ReplyVisibility VisibilityOf(FoundCommand command) => command.Info switch
    {
        { IsPersonal: true } => ReplyVisibility.Private,
        var info => command.Request.Wanted ?? Visibility ?? info?.Visibility ?? ReplyVisibility.Private,
    };
}
