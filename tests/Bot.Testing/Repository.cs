namespace Bot.Testing;

/// <summary>The checkout of the tests.</summary>
public static class Repository
{
    /// <summary>The folder with <c>Bot.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Bot.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"There is no Bot.sln above {AppContext.BaseDirectory}.");
    }
}
