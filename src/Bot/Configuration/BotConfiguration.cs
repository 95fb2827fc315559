namespace Bot.Configuration;

/// <summary>
/// The sources of settings, where later ones override earlier ones: <c>config/appsettings.json</c> beside the program, the same file below the
/// working directory, environment variables <c>BOT__Section__Name</c>, the command line.
/// </summary>
internal static class BotConfiguration
{
    private const string File = "config/appsettings.json";

    /// <summary>Replaces the current sources with these.</summary>
    /// <exception cref="WrongSettingException">A file is not JSON, or an unknown setting is used.</exception>
    public static void UseBotSources(this IConfigurationManager configuration, IReadOnlyDictionary<string, string?> commandLine)
    {
        configuration.Sources.Clear();
        var shipped = Path.Combine(AppContext.BaseDirectory, File);
        var own = Path.Combine(Directory.GetCurrentDirectory(), File);
        AddFile(configuration, shipped);

        var known = UnknownSettings.NamesIn(configuration);
        if (own != shipped)
        {
            AddFile(configuration, own);
        }

        configuration.AddEnvironmentVariables("BOT__");
        configuration.AddInMemoryCollection(commandLine);
        UnknownSettings.Check(known, configuration);
    }

    private static void AddFile(IConfigurationManager configuration, string path)
    {
        try
        {
            configuration.AddJsonFile(path, optional: true, reloadOnChange: false);
        }
        catch (InvalidDataException broken)
        {
            throw new WrongSettingException($"{path} cannot be read: {broken.GetBaseException().Message}");
        }
    }
}
