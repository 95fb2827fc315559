using Bot.Seminar.Commands;

namespace Bot.Configuration;

/// <summary>
/// Finds mistyped settings, which would have no effect. The shipped file contains every setting with its default, so a name that is not in
/// it is not a setting.
/// </summary>
internal static class UnknownSettings
{
    // These contain names that the operator chooses, such as log categories.
    private static readonly string[] OpenSections = ["Logging:"];

    /// <summary>The names of all settings that have a value.</summary>
    public static IReadOnlySet<string> NamesIn(IConfiguration configuration) => configuration.AsEnumerable()
        .Where(setting => setting.Value is not null)
        .Select(setting => setting.Key)
        .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Looks for unknown settings.</summary>
    /// <param name="known">The names of all settings.</param>
    /// <param name="given">The settings that were given.</param>
    /// <exception cref="WrongSettingException">A setting is not among the known ones; the message names the nearest.</exception>
    public static void Check(IReadOnlySet<string> known, IConfiguration given)
    {
        if (known.Count == 0)
        {
            throw new WrongSettingException(
                $"config/appsettings.json is missing beside the program, in {AppContext.BaseDirectory}. It ships with the program: put it back.");
        }

        foreach (var name in NamesIn(given))
        {
            if (!known.Contains(name) && !OpenSections.Any(section => name.StartsWith(section, StringComparison.OrdinalIgnoreCase)))
            {
                var nearest = NearestName.Of(name, known) is { } meant ? $" Did you mean {meant}?" : " docs/configuration.md lists them all.";
                throw new WrongSettingException($"There is no setting {name}.{nearest}");
            }
        }
    }
}
