using Bot.Chat;
using Bot.Seminar.Commands;

namespace Bot.Seminar.Help;

/// <summary>Says what the bot can do, from the catalogue alone.</summary>
internal sealed class HelpCommand(Func<CommandCatalogue> catalogue) : ISeminarCommand
{
    public CommandInfo Info { get; } = new("help", "Lists the commands, or explains one of them.")
    {
        Text = new OptionInfo("command", "The command to explain.") { Kind = OptionKind.Command },
        Examples = ["help", "help show"],
    };

    public Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(request.Text.Length == 0
            ? ListAll(catalogue().Listed, request.Command.User.IsTeacher)
            : ExplainOne(catalogue(), request.Text));

    private static ChatReply ListAll(IReadOnlyList<CommandInfo> commands, bool isTeacher)
    {
        var blocks = new List<ReplyBlock>();
        AddList(
            blocks,
            "I look things up in the assigned readings and quote them word for word. These are the commands:",
            [.. commands.Where(command => !command.ForTeachers).Select(Line)]);
        var forTeachers = commands.Where(command => command.ForTeachers).ToList();
        if (isTeacher)
        {
            AddList(blocks, "For teachers:", [.. forTeachers.Select(Line)]);
        }
        else if (forTeachers.Count > 0)
        {
            blocks.Add(new TextBlock($"Teachers have these besides: {string.Join(", ", forTeachers.Select(command => command.Name))}."));
        }

        blocks.Add(new TextBlock("“help” and a command's name, such as “help show”, tells how to use it."));
        return ChatReply.Answer(blocks);
    }

    private static ChatReply ExplainOne(CommandCatalogue catalogue, string name)
    {
        if (catalogue.Find(name) is not { Info: var info })
        {
            return ChatReply.Error(catalogue.ExplainUnknown(name));
        }

        var blocks = new List<ReplyBlock> { new HeadingBlock(info.Usage), new TextBlock(info.Description) };
        if (info.Details.Length > 0)
        {
            blocks.Add(new TextBlock(info.Details));
        }

        AddList(blocks, "What it takes:", [.. ValuesOf(info).Select(option => $"{option.Label}: {option.Meaning}")]);
        AddList(blocks, "For example:", info.Examples);
        return ChatReply.Answer(blocks);
    }

    private static IEnumerable<(string Label, string Meaning)> ValuesOf(CommandInfo info)
    {
        if (info.Text is { } text)
        {
            yield return (text.Required ? $"<{text.Name}>" : $"[{text.Name}]", text.Description);
        }

        foreach (var option in info.Options)
        {
            yield return ($"{option.Name}:{option.ValueHint}", option.Description);
        }
    }

    private static void AddList(List<ReplyBlock> blocks, string introduction, IReadOnlyList<string> items)
    {
        if (items.Count > 0)
        {
            blocks.Add(new TextBlock(introduction));
            blocks.Add(new ListBlock(items));
        }
    }

    private static string Line(CommandInfo info) => $"{Short(info)}: {info.Description}";

    private static string Short(CommandInfo info) => (info with { Options = [] }).Usage;
}
