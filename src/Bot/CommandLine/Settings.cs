using System.CommandLine;

namespace Bot.CommandLine;

/// <summary>The settings of the command line: <c>--Section:Name value</c>, and the short option <c>--readings</c>.</summary>
internal sealed class Settings(IReadOnlyDictionary<string, string?> given)
{
    /// <summary>The option that names the folder of readings.</summary>
    public Option<string?> Readings { get; } = new("--readings")
    {
        Description = "The folder of readings; short for --Readings:Folder.",
        HelpName = "DIR",
        Recursive = true,
    };

    /// <summary>The settings by name, including those with a separate option.</summary>
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
