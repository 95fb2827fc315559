using Mono.Cecil;

namespace Bot.Architecture.Tests;

public sealed class ReferenceTests
{
    // The allowed references between the projects in src. Only the program may reference all of them.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Bot.Chat"] = [],
        ["Bot.Http"] = ["Bot.Chat"],
        ["Bot.Library"] = [],
        ["Bot.Storage"] = [],
        ["Bot.Discord"] = ["Bot.Chat", "Bot.Http", "Bot.Storage"],
        ["Bot.Slack"] = ["Bot.Chat", "Bot.Http", "Bot.Storage"],
        ["Bot.Seminar"] = ["Bot.Chat", "Bot.Library", "Bot.Storage"],
        ["Bot.Api"] = ["Bot.Chat", "Bot.Http", "Bot.Library", "Bot.Seminar"],
        ["Bot.Web"] = ["Bot.Chat", "Bot.Http", "Bot.Library", "Bot.Seminar", "Bot.Storage"],
        ["Bot"] = ["Bot.Api", "Bot.Chat", "Bot.Discord", "Bot.Library", "Bot.Seminar", "Bot.Slack", "Bot.Storage", "Bot.Web"],
    };

    // Folders of Bot.Seminar that every feature may use.
    private static readonly string[] Shared = ["Arguments", "Channels", "Citing", "Commands"];

    // Daily debates use Debate's motions and record data for Coverage; Privacy deletes data of daily debates.
    private static readonly string[] Exceptions = ["DailyDebates uses Coverage", "DailyDebates uses Debate", "Privacy uses DailyDebates"];

    public static TheoryData<string> Projects => ProductAssemblies.Projects;

    [Theory]
    [MemberData(nameof(Projects))]
    public void AProjectSeesOnlyTheProjectsThatItMay(string project)
    {
        using var module = ModuleDefinition.ReadModule(ProductAssemblies.PathOf(project));

        var seen = module.AssemblyReferences.Select(reference => reference.Name).Where(name => name.StartsWith("Bot.", StringComparison.Ordinal));

        Assert.Empty(seen.Except(Allowed[project]));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void OnlyStorageSeesADatabase(string project)
    {
        using var module = ModuleDefinition.ReadModule(ProductAssemblies.PathOf(project));

        var databases = module.AssemblyReferences.Select(reference => reference.Name).Where(name => name is "Dapper" or "Npgsql" or "Microsoft.Data.Sqlite");

        Assert.Equal(project == "Bot.Storage", databases.Any());
    }

    [Fact]
    public void AFeatureOfTheSeminarUsesNoOtherFeature()
    {
        var used = from dependency in DependencyReader.Read(ProductAssemblies.PathOf("Bot.Seminar"))
                   let user = FolderOf(dependency.UserNamespace)
                   let other = FolderOf(dependency.UsedNamespace)
                   where user.Length > 0 && other.Length > 0 && user != other && !Shared.Contains(other)
                   select $"{user} uses {other}";

        Assert.Equal(Exceptions, used.Distinct().Order(StringComparer.Ordinal));
    }

    private static string FolderOf(string name)
    {
        const string Root = "Bot.Seminar.";
        return name.StartsWith(Root, StringComparison.Ordinal) ? name[Root.Length..].Split('.')[0] : "";
    }
}
