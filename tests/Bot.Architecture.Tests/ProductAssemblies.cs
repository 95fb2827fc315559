using Bot.Testing;

namespace Bot.Architecture.Tests;

/// <summary>The assemblies of the projects in <c>src</c>, in the folder of the tests.</summary>
internal static class ProductAssemblies
{
    public static TheoryData<string> Projects =>
        [.. Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    public static string PathOf(string project) =>
        Path.Combine(AppContext.BaseDirectory, project == "Bot" ? "bot.dll" : project + ".dll");
}
