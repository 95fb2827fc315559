namespace Bot.Architecture.Tests;

public sealed class NamespaceCycleTests
{
    public static TheoryData<string> Projects => ProductAssemblies.Projects;

    [Theory]
    [MemberData(nameof(Projects))]
    public void NoNamespaceUsesOneThatUsesIt(string project)
    {
        var dependencies = DependencyReader.Read(ProductAssemblies.PathOf(project));

        Assert.NotEmpty(dependencies);
        var cycles = NamespaceCycles.Find(dependencies);
        Assert.True(cycles.Count == 0, string.Join(Environment.NewLine, cycles));
    }

    [Fact]
    public void ACycleOverThreeNamespacesIsFound()
    {
        var planted = DependencyReader.Read(typeof(NamespaceCycleTests).Assembly.Location)
            .Where(dependency => dependency.UsedNamespace.StartsWith("Bot.Architecture.Tests.Planted", StringComparison.Ordinal)).ToList();

        var found = NamespaceCycles.Find(planted);

        Assert.Equal(3, found.Count);
        Assert.Contains("Bot.Architecture.Tests.Planted.First -> Bot.Architecture.Tests.Planted.Second", found[0], StringComparison.Ordinal);
    }
}
