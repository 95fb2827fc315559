namespace Bot.Architecture.Tests;

/// <summary>Finds namespaces that use each other, directly or indirectly.</summary>
internal static class NamespaceCycles
{
    /// <summary>Every dependency in a cycle, as a line with both types; empty if there is no cycle.</summary>
    public static IReadOnlyList<string> Find(IReadOnlyCollection<Dependency> dependencies)
    {
        var between = dependencies.Where(dependency => dependency.UserNamespace != dependency.UsedNamespace).ToList();
        var uses = between.ToLookup(dependency => dependency.UserNamespace, dependency => dependency.UsedNamespace);
        var reached = between.Select(dependency => dependency.UserNamespace).Distinct().ToDictionary(name => name, name => Reach(name, uses));
        return
        [
            .. between
                .Where(dependency => reached.TryGetValue(dependency.UsedNamespace, out var back) && back.Contains(dependency.UserNamespace))
                .Select(dependency => $"{dependency.UserNamespace} -> {dependency.UsedNamespace} ({dependency.User} uses {dependency.Used})")
                .Order(StringComparer.Ordinal),
        ];
    }

    private static HashSet<string> Reach(string start, ILookup<string, string> uses)
    {
        var (reached, open) = (new HashSet<string>(), new Queue<string>([start]));
        while (open.TryDequeue(out var name))
        {
            foreach (var next in uses[name].Where(reached.Add))
            {
                open.Enqueue(next);
            }
        }

        return reached;
    }
}
