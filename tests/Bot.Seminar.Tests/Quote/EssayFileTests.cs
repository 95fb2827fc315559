using System.Text;
using Bot.Chat;
using Bot.Seminar.Tests.Commands;
using Bot.Seminar.Tests.ReadingList;
using Bot.Testing;

namespace Bot.Seminar.Tests.Quote;

/// <summary>An essay sent as a file.</summary>
public sealed class EssayFileTests
{
    [Fact]
    public async Task EachQuoteIsCheckedAndWhatNeedsALookComesFirst()
    {
        var reply = await CheckAsync("essay.md", """
            # Canals

            The canal is new: “The canal was opened by the town council in May.” That was late.

            She adds that “boats pass under it each morning”, which I doubt, and that “whales vote for the mayor”.

            ## Notes

            1. See “A History of Canals in Europe”, London 1990.
            """);

        Assert.Equal(
            """
            3 quotes in “essay.md”: 1 verbatim, 1 altered, 1 not found. 1 more quote in notes and lists of sources is not checked.

            Not found
            - ¶2: “whales vote for the mayor”

            Altered
            - ¶2: “boats pass under it each morning”: “The canal”, ¶1.2; you wrote ‘under’, the reading has ‘through’

            Verbatim
            - ¶1: “The canal was opened by the town council in May.”: “The canal”, ¶1.1

            Check a single quote to see its passage and each change.
            """,
            reply.ToPlainText());
        Assert.Equal(ReplyStatus.Answered, reply.Status);
    }

    [Fact]
    public async Task AnEssayMayQuoteWithSingleMarks()
    {
        var reply = await CheckAsync("essay.txt", "The council’s canal: ‘Boats pass through it each morning’, and the mayor’s ‘whales don’t vote for him’.");

        Assert.StartsWith("2 quotes in “essay.txt”: 1 verbatim, 1 not found.", reply.ToPlainText(), StringComparison.Ordinal);
        Assert.Contains("“whales don’t vote for him”", reply.ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfVeryManyQuotesAllAreInATable()
    {
        var reply = await CheckAsync("essay.txt", string.Join("\n\n", Enumerable.Range(1, 30).Select(i => $"In my view “whales vote, number {i}” is wrong.")));

        Assert.Contains("- and 5 more", reply.ToPlainText(), StringComparison.Ordinal);
        var table = Assert.Single(reply.Blocks.OfType<FileBlock>());
        Assert.Equal(31, table.Text.Split('\n').Length);
        Assert.StartsWith("paragraph,quote,result,reading,place,difference\n1,\"whales vote, number 1\",not found,,,\n", table.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheReplyIsInTheLanguageOfTheChannelAndTheTableInEnglish()
    {
        await using var harness = Harness();
        await harness.SayAsync(UploadHarness.School, "settings language:de", isTeacher: true);
        var words = Enumerable.Range(1, 30).Select(i => $"In my view “whales vote, number {i}” is wrong.").Prepend("She adds that “boats pass under it each morning”, which I doubt.");

        var reply = await harness.UploadAsync(UploadHarness.School, Essay("essay.txt", string.Join("\n\n", words)), "checkquote");

        Assert.StartsWith("31 Zitate in „essay.txt“: 1 verändert, 30 nicht gefunden.", reply.ToPlainText(), StringComparison.Ordinal);
        Assert.Contains("Nicht gefunden\n- ¶2: „whales vote, number 1“\n", reply.ToPlainText(), StringComparison.Ordinal);
        Assert.StartsWith(
            "paragraph,quote,result,reading,place,difference\n1,boats pass under it each morning,altered,canal,¶1,\"you wrote ‘under’, the reading has ‘through’\"\n",
            Assert.Single(reply.Blocks.OfType<FileBlock>()).Text,
            StringComparison.Ordinal);
        Assert.Equal("Prüfe ein Zitat einzeln, um seine Stelle und jede Änderung zu sehen.", Assert.IsType<TextBlock>(reply.Blocks[^1]).Text);
    }

    [Fact]
    public async Task WithoutQuotesThereIsNothingToCheck() =>
        Assert.Equal("“essay.txt” has no quotes of three words or more in quotation marks.", (await CheckAsync("essay.txt", "Canals are “good” for us.")).ToPlainText());

    [Fact]
    public async Task NothingOfTheEssayIsKept()
    {
        await using var harness = Harness();

        await harness.UploadAsync(UploadHarness.School, Essay("essay.txt", "My secret thought about “whales and what they vote for” is long enough to be found again."), "checkquote");
        await harness.UploadAsync(UploadHarness.School, "Bees.txt", "Bees\n\nBees find their way by the sun.\n");

        var kept = Directory.GetFiles(harness.StorageFolder, "*", SearchOption.AllDirectories).ToList();
        Assert.NotEmpty(kept);
        Assert.All(kept, path => Assert.DoesNotContain("My secret thought", ReadText(path), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("../essay.txt", "The file needs a plain name")]
    [InlineData("essay.exe", "Files of this kind are not read.")]
    public async Task AFileOfAWrongNameIsNotEvenFetched(string name, string said)
    {
        var reply = await CheckAsync(new AttachedFile(name, 1, (_, _) => throw new InvalidOperationException("It was fetched.")));

        Assert.StartsWith(said, reply.ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileThatIsTooLargeIsNotFetched()
    {
        var reply = await CheckAsync(new AttachedFile("essay.txt", 300L * 1024 * 1024, (_, _) => throw new InvalidOperationException("It was fetched.")));

        Assert.StartsWith("The file is larger than the maximum of 1 MB", reply.ToPlainText(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(UploadTests.Hostile), MemberType = typeof(UploadTests))]
    public async Task AHostileFileIsRefusedWithAReason(string name, byte[] content)
    {
        var reply = await CheckAsync(AttachedFile.Of(name, content));

        Assert.Equal(ReplyStatus.Error, reply.Status);
        Assert.False(reply.IsFault);
        var start = $"“{name}” cannot be read: ";
        Assert.StartsWith(start, reply.ToPlainText(), StringComparison.Ordinal);
        var reason = reply.ToPlainText()[start.Length..];
        Assert.NotEqual(reason, FileReasonsTests.In("de", reason));
    }

    [Fact]
    public async Task OneFileIsCheckedAtATime()
    {
        var file = AttachedFile.Of("essay.txt", [1]);

        Assert.Equal("“checkquote” takes 1 file at once; these are 2.", (await CheckAsync(file, file)).ToPlainText());
    }

    private static UploadHarness Harness() => new(TestEngine.Sqlite, ("Readings:MaxFileMegabytes", "1"));

    private static AttachedFile Essay(string name, string text) => AttachedFile.Of(name, Encoding.UTF8.GetBytes(text));

    private static Task<ChatReply> CheckAsync(string name, string text) => CheckAsync(Essay(name, text));

    private static async Task<ChatReply> CheckAsync(params AttachedFile[] files)
    {
        await using var harness = Harness();
        return await harness.UploadAsync(UploadHarness.School, files, "checkquote");
    }

    private static string ReadText(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
