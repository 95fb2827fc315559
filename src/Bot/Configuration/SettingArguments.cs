namespace Bot.Configuration;

/// <summary>Separates settings on the command line (<c>--Http:Url http://…</c>, <c>--Http:Url=…</c>) from verbs, options and words.</summary>
/// <param name="Settings">The settings by name.</param>
/// <param name="Rest">Everything else, in order.</param>
internal sealed record SettingArguments(IReadOnlyDictionary<string, string?> Settings, IReadOnlyList<string> Rest)
{
    /// <summary>Parses the arguments. Nothing after a bare <c>--</c> is a setting.</summary>
    /// <exception cref="WrongSettingException">A setting has no value.</exception>
    public static SettingArguments Split(IReadOnlyList<string> args)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var rest = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--")
            {
                rest.AddRange(args.Skip(i));
                break;
            }

            if (!NamesSetting(args[i]))
            {
                rest.Add(args[i]);
                continue;
            }

            var parts = args[i][2..].Split('=', 2);
            if (parts.Length == 2)
            {
                settings[parts[0]] = parts[1];
            }
            else if (i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal))
            {
                settings[parts[0]] = args[++i];
            }
            else
            {
                throw new WrongSettingException($"The setting {parts[0]} has no value. Write --{parts[0]} VALUE.");
            }
        }

        return new SettingArguments(settings, rest);
    }

    // Section:Name, which no option of a verb looks like.
    private static bool NamesSetting(string argument)
    {
        if (!argument.StartsWith("--", StringComparison.Ordinal))
        {
            return false;
        }

        var name = argument[2..].Split('=', 2)[0];
        return name.Contains(':', StringComparison.Ordinal)
            && name.Split(':').All(part => part.Length > 0 && part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_'));
    }
}
