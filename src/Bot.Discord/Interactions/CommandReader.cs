namespace Bot.Discord.Interactions;

/// <summary>Finds the catalogue's command for an interaction, and reads its options.</summary>
internal static class CommandReader
{
    /// <summary>The command with the name that Discord sent; null if the catalogue no longer has it.</summary>
    public static CommandInfo? Find(IReadOnlyList<CommandInfo> commands, Interaction interaction) => interaction.Target is null
        ? commands.FirstOrDefault(info => !info.IsHidden && CommandNotation.NameInGroup(commands, info) == interaction.Command)
        : commands.FirstOrDefault(info => info.MessageAction == interaction.Command);

    /// <summary>The command with the interaction's text and options.</summary>
    /// <param name="info">The command; null if there is none.</param>
    /// <param name="interaction">The interaction.</param>
    /// <param name="files">Its files.</param>
    public static ChatCommand Read(CommandInfo? info, Interaction interaction, IReadOnlyList<AttachedFile> files)
    {
        if (interaction.Target is not null)
        {
            files = info?.Choose(files) ?? [];
        }

        var words = files.Count > 0 || info is { ActsOnFiles: true } ? "" : interaction.Target;
        var text = interaction.Target is not null ? words ?? "" : interaction.Options.FirstOrDefault(option => option.Name == info?.Text?.Name).Value ?? "";
        return new ChatCommand
        {
            Name = info?.Name ?? interaction.Command,
            Text = text,
            Options = OptionsOf(info, interaction),
            Files = files,
            Channel = interaction.Channel,
            User = interaction.User,
            Locale = interaction.Locale,
        };
    }

    /// <summary>The option that is being typed; null if Discord does not send it.</summary>
    public static SuggestionRequest? ReadTyping(CommandInfo info, Interaction interaction)
    {
        var typed = interaction.Options.FirstOrDefault(option => option.IsBeingTyped);
        return typed.Name is null
            ? null
            : new SuggestionRequest(info.Name, typed.Name, typed.Value)
            {
                Channel = interaction.Channel,
                Others = KeepDistinct(interaction.Options.Where(option => !option.IsBeingTyped)),
                MaxItems = DiscordLimits.Suggestions,
            };
    }

    private static Dictionary<string, string> OptionsOf(CommandInfo? info, Interaction interaction) =>
        KeepDistinct(interaction.Options.Where(option => option.Name != info?.Text?.Name));

    private static Dictionary<string, string> KeepDistinct(IEnumerable<GivenOption> options) => options
        .DistinctBy(option => option.Name, StringComparer.Ordinal)
        .ToDictionary(option => option.Name, option => option.Value, StringComparer.Ordinal);
}
