using System.Text.Json;
using Bot.Discord.Protocol;

namespace Bot.Discord.Registration;

/// <summary>
/// Commands in other languages, from <c>config/discord/commands.json</c>: by Discord's locale, then by the command's name in the catalogue.
/// A command or option that is missing there is shown in English.
/// </summary>
internal sealed class Localisations
{
    // A command that stands twice in a language is missing in another.
    private static readonly JsonSerializerOptions Strict = new(DiscordJson.Options) { AllowDuplicateProperties = false };

    private readonly Dictionary<string, Dictionary<string, LocalCommand>> byLocale;

    private Localisations(Dictionary<string, Dictionary<string, LocalCommand>> byLocale) => this.byLocale = byLocale;

    /// <summary>None at all.</summary>
    public static Localisations None { get; } = new([]);

    /// <summary>The locales there are.</summary>
    public IEnumerable<string> Locales => byLocale.Keys;

    /// <summary>Where the file is beside the program.</summary>
    public static string DefaultPath { get; } = Path.Combine(AppContext.BaseDirectory, "config", "discord", "commands.json");

    /// <summary>Reads the file.</summary>
    /// <exception cref="FormatException">It is no such file; the message says why.</exception>
    public static Localisations Load(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return new Localisations(JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, LocalCommand>>>(file, Strict) ?? []);
        }
        catch (Exception wrong) when (wrong is IOException or JsonException or UnauthorizedAccessException)
        {
            throw new FormatException($"{path} cannot be read: {wrong.Message}");
        }
    }

    /// <summary>What a command is called in each locale that knows it.</summary>
    public IEnumerable<(string Locale, LocalCommand Command)> Of(string command) => byLocale
        .Where(locale => locale.Value.ContainsKey(command))
        .Select(locale => (locale.Key, locale.Value[command]));
}

/// <summary>A command in another language; what is null stays English.</summary>
/// <param name="Name">Its own name, or that of its group; small letters, a single word.</param>
/// <param name="Description">What it does, at most 100 characters.</param>
internal sealed record LocalCommand(string? Name, string? Description)
{
    /// <summary>Its name within its group.</summary>
    public string? NameInGroup { get; init; }

    /// <summary>What it is called on a message.</summary>
    public string? MessageAction { get; init; }

    /// <summary>Its options by name.</summary>
    public Dictionary<string, LocalOption> Options { get; init; } = [];
}

/// <summary>An option in another language.</summary>
/// <param name="Name">Small letters, a single word.</param>
/// <param name="Description">What it means, at most 100 characters.</param>
internal sealed record LocalOption(string? Name, string? Description)
{
    /// <summary>Its choices by value.</summary>
    public Dictionary<string, string> Choices { get; init; } = [];
}
