using Bot.Chat;
using Bot.Discord.Protocol;

namespace Bot.Discord.Interactions;

/// <summary>Tells which command of the catalogue an interaction means, and with what.</summary>
internal static class CommandReader
{
    /// <summary>The command of a name as Discord sends it; null where the catalogue has none any more.</summary>
    public static CommandInfo? Find(IReadOnlyList<CommandInfo> commands, Interaction interaction) => interaction.Target is null
        ? commands.FirstOrDefault(info => !info.IsHidden && CommandNotation.NameInGroup(commands, info) == interaction.Command)
        : commands.FirstOrDefault(info => info.MessageAction == interaction.Command);

    /// <summary>The command with what is in the interaction.</summary>
    /// <param name="info">The command; null where there is none.</param>
    /// <param name="interaction">The interaction.</param>
    /// <param name="files">Its files.</param>
    public static ChatCommand Read(CommandInfo? info, Interaction interaction, IReadOnlyList<AttachedFile> files)
    {
        if (interaction.Target is not null)
        {
            files = info?.Among(files) ?? [];
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

    /// <summary>What is being typed; null where Discord does not say.</summary>
    public static SuggestionRequest? ReadTyping(CommandInfo info, Interaction interaction)
    {
        var typed = interaction.Options.FirstOrDefault(option => option.IsBeingTyped);
        return typed.Name is null
            ? null
            : new SuggestionRequest(info.Name, typed.Name, typed.Value)
            {
                Channel = interaction.Channel,
                Others = Distinct(interaction.Options.Where(option => !option.IsBeingTyped)),
                MaxItems = DiscordLimits.Suggestions,
            };
    }

    private static Dictionary<string, string> OptionsOf(CommandInfo? info, Interaction interaction) =>
        Distinct(interaction.Options.Where(option => option.Name != info?.Text?.Name));

    private static Dictionary<string, string> Distinct(IEnumerable<GivenOption> options) => options
        .DistinctBy(option => option.Name, StringComparer.Ordinal)
        .ToDictionary(option => option.Name, option => option.Value, StringComparer.Ordinal);
}
