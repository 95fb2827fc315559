using Bot.Seminar.Commands;

namespace Bot.Configuration;

/// <summary>
/// A mistyped setting would be silently without effect. The shipped file holds every setting with its default, so what is not in
/// it is none.
/// </summary>
internal static class UnknownSettings
{
    // These hold names that the operator chooses, such as the categories of the log.
    private static readonly string[] OpenSections = ["Logging:"];

    /// <exception cref="WrongSettingException">A setting is not among the known ones; the message names the nearest.</exception>
    public static void Check(IConfiguration known, IConfiguration given)
    {
        var names = Names(known).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (names.Count == 0)
        {
            throw new WrongSettingException(
                $"config/appsettings.json is missing beside the program, in {AppContext.BaseDirectory}. It ships with the program: put it back.");
        }

        foreach (var name in Names(given))
        {
            if (!names.Contains(name) && !OpenSections.Any(section => name.StartsWith(section, StringComparison.OrdinalIgnoreCase)))
            {
                var nearest = NearestName.Of(name, names) is { } meant ? $" Did you mean {meant}?" : " docs/configuration.md lists them all.";
                throw new WrongSettingException($"There is no setting {name}.{nearest}");
            }
        }
    }

    private static IEnumerable<string> Names(IConfiguration configuration) =>
        configuration.AsEnumerable().Where(setting => setting.Value is not null).Select(setting => setting.Key);
}
