namespace Bot.Seminar.Help;

/// <summary>Lists and explains the commands of the catalogue.</summary>
internal sealed class HelpCommand(Func<CommandCatalogue> catalogue) : ISeminarCommand
{
    public CommandInfo Info { get; } = new("help", "Lists the commands, or explains one of them.")
    {
        Text = new OptionInfo("command", "The command to explain.") { Kind = OptionKind.Command },
        Examples = ["help", "help show"],
    };

    public Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(request.Text.Length == 0
            ? ListAll(catalogue().Listed, request.Command.User.IsTeacher, request.Command.Style)
            : ExplainOne(catalogue(), request.Text, request.Command.Style));

    private ChatReply ListAll(IReadOnlyList<CommandInfo> commands, bool isTeacher, CommandStyle style)
    {
        var blocks = new List<ReplyBlock>();
        AddList(
            blocks,
            HelpTexts.Introduction,
            [.. commands.Where(command => !command.ForTeachers).Select(Line)]);
        var forTeachers = commands.Where(command => command.ForTeachers).ToList();
        if (isTeacher)
        {
            AddList(blocks, HelpTexts.ForTeachers, [.. forTeachers.Select(Line)]);
        }
        else if (forTeachers.Count > 0)
        {
            var names = string.Join(", ", forTeachers.Select(command => CommandNotation.Name(style, commands, command)));
            blocks.Add(new TextBlock(HelpTexts.FormatTeachersHaveBesides(names)));
        }

        blocks.Add(new TextBlock(
            HelpTexts.FormatHowToExplain(CommandNotation.Name(style, commands, Info), CommandNotation.WriteExample(style, commands, Info, "help show"))));
        return ChatReply.Answer(blocks);

        string Line(CommandInfo info) => WriteLine(
            CommandNotation.WriteUsage(style, commands, info with { Options = [] }), CommandTranslations.Translate(info).Description);
    }

    private static ChatReply ExplainOne(CommandCatalogue catalogue, string name, CommandStyle style)
    {
        if ((catalogue.Find(name) ?? catalogue.FindInGroup(name)) is not { Info: var found })
        {
            return ChatReply.Error(catalogue.ExplainUnknown(name));
        }

        var info = CommandTranslations.Translate(found);
        var blocks = new List<ReplyBlock> { new HeadingBlock(CommandNotation.WriteUsage(style, catalogue.Listed, info)), new TextBlock(info.Description) };
        if (info.Details.Length > 0)
        {
            blocks.Add(new TextBlock(info.Details));
        }

        AddList(blocks, HelpTexts.WhatItTakes, [.. ValuesOf(info, style).Select(option => WriteLine(option.Label, option.Meaning))]);
        AddList(blocks, HelpTexts.ForExample, [.. info.Examples.Select(line => CommandNotation.WriteExample(style, catalogue.Listed, info, line))]);
        return ChatReply.Answer(blocks);
    }

    // The colon of a field is enough.
    private static string WriteLine(string label, string meaning) => HelpTexts.FormatLine(label.TrimEnd(':'), meaning);

    private static IEnumerable<(string Label, string Meaning)> ValuesOf(CommandInfo info, CommandStyle style)
    {
        if (info.Text is { } text)
        {
            yield return (CommandNotation.WriteField(style, text), text.Description);
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
}
