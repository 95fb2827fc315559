using System.CommandLine;

namespace Bot.CommandLine;

/// <summary>The settings that the command line gives: <c>--Section:Name value</c>, and <c>--readings</c> for the one set most often.</summary>
internal sealed class Settings(IReadOnlyDictionary<string, string?> given)
{
    /// <summary>The option that names the folder of readings.</summary>
    public Option<string?> Readings { get; } = new("--readings")
    {
        Description = "The folder of readings; short for --Readings:Folder.",
        HelpName = "DIR",
        Recursive = true,
    };

    /// <summary>The settings by name, with those that have options of their own.</summary>
    public IReadOnlyDictionary<string, string?> Of(ParseResult parsed)
    {
        var settings = new Dictionary<string, string?>(given, StringComparer.OrdinalIgnoreCase);
        if (parsed.GetValue(Readings) is { } folder)
        {
            settings["Readings:Folder"] = folder;
        }

        return settings;
    }
}
