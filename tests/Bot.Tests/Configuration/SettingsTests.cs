using System.Globalization;
using System.Reflection;
using Bot.Api;
using Bot.Configuration;
using Bot.Discord.Settings;
using Bot.Hosting;
using Bot.Library.Readings;
using Bot.Seminar;
using Bot.Slack;
using Bot.Storage;
using Bot.Testing;
using Bot.Web;
using Microsoft.Extensions.Configuration;

namespace Bot.Tests.Configuration;

public sealed class SettingsTests
{
    [Fact]
    public void EverySettingStandsInTheShippedFileWithItsDefault()
    {
        var shipped = Shipped();
        foreach (var (name, value) in Properties())
        {
            Assert.True(shipped[name] is not null, $"{name} is missing in config/appsettings.json.");
            Assert.Equal(value, Canonical(shipped[name], value));
        }
    }

    [Fact]
    public void EverySettingIsDocumentedWithItsDefault()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "configuration.md"));
        foreach (var setting in Shipped().AsEnumerable().Where(setting => setting.Value is not null))
        {
            var value = setting.Value is "True" or "False" ? setting.Value.ToLowerInvariant() : setting.Value;
            Assert.Contains($"| `{setting.Key}` | `{value}` |", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Http:Urll", "x", "There is no setting Http:Urll. Did you mean Http:Url?")]
    [InlineData("Weather:Tomorrow", "x", "There is no setting Weather:Tomorrow. docs/configuration.md lists them all.")]
    [InlineData("Http:Enabled", "maybe", "'Http:Enabled'")]
    [InlineData("Http:Url", "ftp://x", "Http:Url is not an address to listen on.")]
    [InlineData("Http:Url", "", "Http:Url is empty.")]
    [InlineData("Console:Mode", "Loud", "'Console:Mode'")]
    [InlineData("Telemetry:Endpoint", "nowhere", "Telemetry:Endpoint is not an address.")]
    [InlineData("Storage:Folder", "", "Storage:Folder is empty.")]
    [InlineData("Api:Keys", "too-short", "Api:Keys contains a value that is not a key.")]
    [InlineData("Storage:PostgreSql", "Password=hush", "Storage:PostgreSql is not a connection string.")]
    [InlineData("Readings:MaxFileMegabytes", "0", "Readings:MaxFileMegabytes must be between 1 and 1024.")]
    [InlineData("Summary:ShortSentences", "99", "Summary:ShortSentences must be between 3 and 6.")]
    public void AWrongSettingIsNamed(string name, string value, string said)
    {
        var wrong = Assert.Throws<WrongSettingException>(() =>
        {
            using var app = BotHost.Build(new Dictionary<string, string?> { [name] = value });
            SettingsCheck.Validate(app.Services);
        });

        Assert.Contains(said, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CategoriesOfTheLogAreTheOperatorsToName()
    {
        var configuration = new ConfigurationManager();
        configuration.UseBotSources(new Dictionary<string, string?> { ["Logging:LogLevel:Bot.Library"] = "Debug" });

        Assert.Equal("Debug", configuration["Logging:LogLevel:Bot.Library"]);
    }

    [Fact]
    public void TheCommandLineWinsOverTheEnvironmentAndThatOverTheFile()
    {
        Environment.SetEnvironmentVariable("BOT__Ask__MaxPassages", "2");
        Environment.SetEnvironmentVariable("BOT__Summary__LongSentences", "10");
        try
        {
            var configuration = new ConfigurationManager();
            configuration.UseBotSources(new Dictionary<string, string?> { ["Ask:MaxPassages"] = "1" });

            Assert.Equal("1", configuration["Ask:MaxPassages"]);
            Assert.Equal("10", configuration["Summary:LongSentences"]);
            Assert.Equal("8", configuration["Summary:MediumSentences"]);
        }
        finally
        {
            Environment.SetEnvironmentVariable("BOT__Ask__MaxPassages", null);
            Environment.SetEnvironmentVariable("BOT__Summary__LongSentences", null);
        }
    }

    private static IConfiguration Shipped() =>
        new ConfigurationBuilder().AddJsonFile(Path.Combine(Repository.Root, "config", "appsettings.json")).Build();

    // By convention a class XOptions is the section X.
    private static IEnumerable<(string Name, string Value)> Properties() =>
        new[]
            {
                typeof(BotHost), typeof(SeminarServices), typeof(ReadingsOptions), typeof(StorageOptions), typeof(DiscordOptions), typeof(SlackServices),
                typeof(ApiServices), typeof(WebServices),
            }
            .Select(type => type.Assembly)
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && type is { IsClass: true, IsAbstract: false }
                && type.GetConstructor(Type.EmptyTypes) is not null)
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite)
                .Select(property => ($"{type.Name[..^"Options".Length]}:{property.Name}", Text(property.GetValue(Activator.CreateInstance(type))))));

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static string Canonical(string? written, string like) =>
        TimeSpan.TryParse(like, CultureInfo.InvariantCulture, out _) && like.Contains(':', StringComparison.Ordinal)
            && TimeSpan.TryParse(written, CultureInfo.InvariantCulture, out var span)
            ? Text(span)
            : written ?? "";
}
