using System.Collections.Concurrent;

namespace Bot.Chat.Contract;

/// <summary>A seminar that does what a test says and remembers what it was asked. Safe for many threads.</summary>
public sealed class ScriptedSeminar : ISeminar
{
    private readonly ConcurrentQueue<ChatCommand> got = new();

    /// <summary>What adapters register and show: a look-up, one for everyone, one for teachers, one of a group, a hidden one.</summary>
    public IReadOnlyList<CommandInfo> Commands { get; init; } =
    [
        new CommandInfo("ask", "Answers a question.")
        {
            Text = new OptionInfo("question", "What to answer.") { Required = true },
            Options = [new OptionInfo("reading", "Where to look.") { Kind = OptionKind.Reading }],
        },
        new CommandInfo("counter", "Contradicts a claim.")
        {
            Text = new OptionInfo("claim", "What somebody maintains.") { Required = true, IsLong = true },
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

    /// <summary>Answers a command; by default at once, with the words that came.</summary>
    public Func<ChatCommand, CancellationToken, Task<ChatReply>> Answer { get; set; } = (command, _) =>
        Task.FromResult(ChatReply.Answer(new TextBlock($"You wrote {command.Name}: {command.Text}")));

    /// <summary>Suggests values; none by default.</summary>
    public Func<SuggestionRequest, IReadOnlyList<Suggestion>> Suggestions { get; set; } = _ => [];

    /// <summary>Overrides who sees the replies; by default what the command's description says.</summary>
    public ReplyVisibility? Visibility { get; set; }

    /// <summary>What came, in order.</summary>
    public IReadOnlyList<ChatCommand> Got => [.. got];

    /// <summary>Has commands wait until the gate is opened, and then answers them with these words.</summary>
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
    public ValueTask<ReplyVisibility> VisibilityOfAsync(ChatCommand command, CancellationToken cancellationToken) =>
        ValueTask.FromResult(VisibilityOf(command));

    /// <inheritdoc />
    public async Task<ChatReply> HandleAsync(ChatCommand command, CancellationToken cancellationToken)
    {
        got.Enqueue(command);
        return await Answer(command, cancellationToken) with { Visibility = VisibilityOf(command) };
    }

    /// <inheritdoc />
    public IReadOnlyList<Suggestion> Suggest(SuggestionRequest request) => Suggestions(request);

    private ReplyVisibility VisibilityOf(ChatCommand command) => Commands.FirstOrDefault(info => info.Name == command.Name) switch
    {
        { IsPersonal: true } => ReplyVisibility.Private,
        var info => command.Wanted ?? Visibility ?? info?.Visibility ?? ReplyVisibility.Private,
    };
}
