using Xunit;

namespace Bot.Testing;

/// <summary>Gold data in a folder next to the repository, never inside it.</summary>
public static class SharedData
{
    /// <summary>The environment variable for another folder.</summary>
    public const string Variable = "BOT_SHARED_DATA";

    /// <summary>The folder with <c>data</c>, <c>eval</c> and <c>seeds</c>: from the variable, or <c>../shared</c> next to the repository.</summary>
    public static string Root { get; } = Environment.GetEnvironmentVariable(Variable)
        ?? Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared"));

    /// <summary>The path of one file or folder in it.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative);

    internal static bool Has(string relative) => File.Exists(PathOf(relative)) || Directory.Exists(PathOf(relative));

    internal static string WhyAbsent(string relative) =>
        $"{PathOf(relative)} is missing; set {Variable} to the folder with the gold data.";
}

/// <summary>A test with gold data; skipped with the missing path if there is none.</summary>
public sealed class SharedDataFactAttribute : FactAttribute
{
    /// <param name="relative">The file or folder below the shared folder that the test needs.</param>
    public SharedDataFactAttribute(string relative) => Skip = SharedData.Has(relative) ? null : SharedData.WhyAbsent(relative);
}

/// <summary>A theory with gold data; skipped with the missing path if there is none.</summary>
public sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    /// <param name="relative">The file or folder below the shared folder that the test needs.</param>
    public SharedDataTheoryAttribute(string relative) => Skip = SharedData.Has(relative) ? null : SharedData.WhyAbsent(relative);
}
