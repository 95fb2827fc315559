using System.Text.RegularExpressions;
using Bot.Chat;
using Bot.Testing;

namespace Bot.Tests.Documents;

/// <summary>Checks that the README's examples match the program's answers.</summary>
public sealed partial class ReadmeTests(Seminar seminar) : IClassFixture<Seminar>
{
    public static TheoryData<string, string, string> Shown()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n");
        var shown = new TheoryData<string, string, string>();
        foreach (Match example in Example.Matches(page))
        {
            shown.Add(example.Groups["verb"].Value, example.Groups["text"].Value, example.Groups["answer"].Value.TrimEnd('\n'));
        }

        return shown;
    }

    [Theory]
    [MemberData(nameof(Shown))]
    public async Task AnExampleIsTheAnswer(string verb, string text, string answer)
    {
        var command = new ChatCommand { Name = verb, Text = text, Channel = new ChannelAddress("console", "", "console"), User = new ChatUser("console") };

        Assert.Equal(answer, (await seminar.Router.HandleAsync(command, CancellationToken.None)).ToPlainText());
    }

    [GeneratedRegex("""^\$ dotnet run --project src/Bot -- (?<verb>\w+) "(?<text>[^"]+)"\n(?<answer>.*?)(?=^\$ |^```)""", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example { get; }
}
