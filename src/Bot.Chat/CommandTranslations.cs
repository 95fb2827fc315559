using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Chat.Languages;

namespace Bot.Chat;

/// <summary>
/// The translated names and descriptions of commands: <c>config/discord/commands.json</c>, by Discord's locale and the command's name. Missing texts are in
/// English, from <see cref="CommandInfo"/>.
/// </summary>
public static class CommandTranslations
{
    // Duplicates are errors: a command that is in a language twice is usually missing in another.
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
    };

    private static readonly Dictionary<string, Dictionary<string, TranslatedCommand>> ByLocale = Load();

    /// <summary>All locales, as Discord writes them: <c>de</c>, <c>pt-BR</c>.</summary>
    public static IEnumerable<string> Locales => ByLocale.Keys;

    /// <summary>A command in each locale that has it.</summary>
    /// <param name="command">Its name in the catalogue.</param>
    public static IEnumerable<(string Locale, TranslatedCommand Command)> Of(string command) => ByLocale
        .Where(locale => locale.Value.ContainsKey(command))
        .Select(locale => (locale.Key, locale.Value[command]));

    /// <summary>
    /// A command's description in the language of <see cref="CultureInfo.CurrentUICulture"/>. Names, values and examples are not translated.
    /// </summary>
    public static CommandInfo Translate(CommandInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        var locale = Locales.FirstOrDefault(locale => ReplyLanguages.Find(locale)?.Name == CultureInfo.CurrentUICulture.Name);
        return locale is not null && ByLocale[locale].GetValueOrDefault(info.Name) is { } local
            ? info with
            {
                Description = local.Description ?? info.Description,
                Details = local.Details ?? info.Details,
                FormTitle = local.FormTitle ?? info.FormTitle,
                MessageAction = info.MessageAction is null ? null : local.MessageAction ?? info.MessageAction,
                Text = info.Text is { } text ? Translate(text, local.Options) : null,
                TextParts = [.. info.TextParts.Select(part => Translate(part, local.Parts))],
                File = info.File is { } file ? Translate(file, local.Options) : null,
                Options = [.. info.Options.Select(option => Translate(option, local.Options))],
            }
            : info;
    }

    private static OptionInfo Translate(OptionInfo option, Dictionary<string, TranslatedOption> locals) => locals.GetValueOrDefault(option.Name) is { } local
        ? option with { Label = local.Name, Description = local.Description ?? option.Description, ChoiceLabels = local.Choices }
        : option;

    private static Dictionary<string, Dictionary<string, TranslatedCommand>> Load()
    {
        using var file = typeof(CommandTranslations).Assembly.GetManifestResourceStream("commands.json")
            ?? throw new InvalidOperationException("The commands in other languages are not in the program.");
        return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, TranslatedCommand>>>(file, Strict) ?? [];
    }
}

/// <summary>A translated command; null values stay English.</summary>
/// <param name="Name">Its name, or that of its group, on Discord; lower case, a single word.</param>
/// <param name="Description">As <see cref="CommandInfo.Description"/>.</param>
public sealed record TranslatedCommand(string? Name, string? Description)
{
    /// <summary>As <see cref="CommandInfo.NameInGroup"/>.</summary>
    public string? NameInGroup { get; init; }

    /// <summary>As <see cref="CommandInfo.Details"/>.</summary>
    public string? Details { get; init; }

    /// <summary>As <see cref="CommandInfo.FormTitle"/>.</summary>
    public string? FormTitle { get; init; }

    /// <summary>As <see cref="CommandInfo.MessageAction"/>.</summary>
    public string? MessageAction { get; init; }

    /// <summary>Its text, its file and its options, by name.</summary>
    public Dictionary<string, TranslatedOption> Options { get; init; } = [];

    /// <summary>The parts of its text, by name.</summary>
    public Dictionary<string, TranslatedOption> Parts { get; init; } = [];
}

/// <summary>A translated option.</summary>
/// <param name="Name">Its name in forms and on Discord; lower case.</param>
/// <param name="Description">As <see cref="OptionInfo.Description"/>.</param>
public sealed record TranslatedOption(string? Name, string? Description)
{
    /// <summary>Its choices by value.</summary>
    public Dictionary<string, string> Choices { get; init; } = [];
}
