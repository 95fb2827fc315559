using System.IO.Compression;
using System.Text;
using Bot.Chat;
using Bot.Testing;

namespace Bot.Seminar.Tests.ReadingList;

public sealed class UploadTests
{
    private const string Bees = "Bees\n\nBees find their way by the sun. They dance to tell the others where flowers grow.\n";

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task AnUploadIsReadInItsWorkspaceAndNowhereElse(TestEngine engine)
    {
        await using var harness = new UploadHarness(engine);

        var added = await harness.UploadAsync(UploadHarness.School, "Bees.txt", Bees);

        Assert.StartsWith("On the shelf now: Bees: 1 paragraph, 16 words [bees]", added.ToPlainText(), StringComparison.Ordinal);
        Assert.Equal("bees", Assert.Single((await harness.SayAsync(UploadHarness.School, "find flowers")).Quotes).Citation.Reading);
        Assert.Equal("bees", (await harness.SayAsync(UploadHarness.School with { Channel = "another room" }, "show bees ¶1")).Quotes.First().Citation.Reading);
        Assert.Empty((await harness.SayAsync(UploadHarness.College, "find flowers")).Quotes);
        Assert.DoesNotContain("bees", (await harness.SayAsync(UploadHarness.College, "readings")).ToPlainText(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("No reading is called", (await harness.SayAsync(UploadHarness.College, "readings use bees", isTeacher: true)).ToPlainText(), StringComparison.Ordinal);
        Assert.DoesNotContain(harness.ShelfOf().Current.Readings, reading => reading.Workspace is not null);
        Assert.Single(Directory.GetFiles(harness.Folder));
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task AnotherProgramAndALaterOneFindIt(TestEngine engine)
    {
        await using var harness = new UploadHarness(engine);
        harness.Start();
        await harness.UploadAsync(UploadHarness.School, "Bees.txt", Bees);
        await harness.LookAsync(1);
        Assert.Single((await harness.SayAsync(UploadHarness.School, "find flowers", replica: 1)).Quotes);

        var deleted = await harness.SayAsync(UploadHarness.School, "readings delete bees", isTeacher: true);
        harness.Start();
        await harness.LookAsync(1);
        await harness.LookAsync(2);

        Assert.Equal("“Bees” is deleted, and nobody here can see it any longer.", deleted.ToPlainText());
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 3).Select(i => harness.SayAsync(UploadHarness.School, "find flowers", replica: i))), reply => Assert.Empty(reply.Quotes));
    }

    [Fact]
    public async Task AChannelWithAListGetsItOnTheListAndTheOthersDoNot()
    {
        await using var harness = new UploadHarness(TestEngine.Sqlite);
        var other = UploadHarness.School with { Channel = "other" };
        await harness.SayAsync(UploadHarness.School, "readings use canal", isTeacher: true);
        await harness.SayAsync(other, "readings use canal", isTeacher: true);

        await harness.UploadAsync(UploadHarness.School, "Bees.txt", Bees);

        Assert.Single((await harness.SayAsync(UploadHarness.School, "find flowers")).Quotes);
        Assert.Empty((await harness.SayAsync(other, "find flowers")).Quotes);
    }

    [Fact]
    public async Task TwoWorkspacesMayUploadFilesOfOneName()
    {
        await using var harness = new UploadHarness(TestEngine.Sqlite);
        await harness.UploadAsync(UploadHarness.School, "Week 1.txt", Bees);
        await harness.UploadAsync(UploadHarness.College, "Week 1.txt", "Ants\n\nAnts find their way by their own scent. They carry leaves.\n");
        var again = await harness.UploadAsync(UploadHarness.School, "canal.txt", "Another canal\n\nThis canal is dry since the war. Nobody mends it.\n");

        Assert.Equal("Bees", (await harness.SayAsync(UploadHarness.School, "show week-1 ¶1")).Quotes.First().Citation.Title);
        Assert.Equal("Ants", (await harness.SayAsync(UploadHarness.College, "show week-1 ¶1")).Quotes.First().Citation.Title);
        Assert.Contains("[canal-2]", again.ToPlainText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../etc/passwd.txt", "The file needs a plain name")]
    [InlineData(@"..\bees.txt", "The file needs a plain name")]
    [InlineData("C:bees.txt", "The file needs a plain name")]
    [InlineData(".bees.txt", "The file needs a plain name")]
    [InlineData("bees\n.txt", "The file needs a plain name")]
    [InlineData("", "The file needs a plain name")]
    [InlineData("bees.exe", "Files of this kind are not read.")]
    [InlineData("bees", "Files of this kind are not read.")]
    public async Task AFileOfAWrongNameIsNotEvenFetched(string name, string said)
    {
        await using var harness = new UploadHarness(TestEngine.Sqlite);
        var fetched = false;

        var reply = await harness.UploadAsync(UploadHarness.School, new AttachedFile(name, 10, (_, _) =>
        {
            fetched = true;
            return Task.FromResult(Encoding.UTF8.GetBytes(Bees));
        }));

        Assert.StartsWith(said, reply.ToPlainText(), StringComparison.Ordinal);
        Assert.False(fetched);
        Assert.Single(harness.ShelfOf().All.Readings);
    }

    [Theory]
    [InlineData(300L * 1024 * 1024)]
    [InlineData(0L)]
    public async Task AFileThatIsTooLargeIsNotReadToItsEnd(long declared)
    {
        await using var harness = new UploadHarness(TestEngine.Sqlite, ("Readings:MaxFileMegabytes", "1"));
        await using var endless = new Endless();

        var reply = await harness.UploadAsync(UploadHarness.School, AttachedFile.Of("large.txt", declared, () => endless));

        Assert.Equal("The file is larger than the maximum of 1 MB. I did not store it.", reply.ToPlainText());
        Assert.InRange(endless.Given, 0, 2 * 1024 * 1024);
        Assert.Single(harness.ShelfOf().All.Readings);
    }

    public static TheoryData<string, byte[]> Hostile => new()
    {
        { "empty.txt", [] },
        { "broken.pdf", "%PDF-1.7 no more than this"u8.ToArray() },
        { "noise.docx", [0x50, 0x4B, 3, 4, 255, 255, 0, 1, 2, 3] },
        { "bomb.docx", Bomb() },
        { "picture.txt", [0, 1, 2, 3, 0, 255, 254, 0, 0, 9] },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task AHostileFileIsRefusedWithAReasonAndKeptNowhere(string name, byte[] content)
    {
        await using var harness = new UploadHarness(TestEngine.Sqlite);

        var reply = await harness.UploadAsync(UploadHarness.School, AttachedFile.Of(name, content));

        Assert.Equal(ReplyStatus.Error, reply.Status);
        Assert.False(reply.IsFault);
        Assert.StartsWith($"“{name}” cannot be served: ", reply.ToPlainText(), StringComparison.Ordinal);
        Assert.Single(harness.ShelfOf().All.Readings);
        Assert.NotEmpty((await harness.SayAsync(UploadHarness.School, "find canal")).Quotes);
    }

    [Fact]
    public async Task ThereAreOnlySoManyAndEachIsThereOnce()
    {
        await using var harness = new UploadHarness(TestEngine.Sqlite, ("Uploads:MaxFiles", "1"));
        await harness.UploadAsync(UploadHarness.School, "Bees.txt", Bees);

        var more = await harness.UploadAsync(UploadHarness.School, "Ants.txt", "Ants\n\nAnts find their way by their own scent.\n");
        var elsewhere = await harness.UploadAsync(UploadHarness.College, "Bees again.txt", Bees);

        Assert.Equal("1 files are uploaded here, which is the maximum. Delete one first: readings delete NAME", more.ToPlainText());
        Assert.Equal(ReplyStatus.Answered, elsewhere.Status);
    }

    [Fact]
    public async Task TheSameFileTwiceIsNamedAndNotKeptTwice()
    {
        await using var harness = new UploadHarness(TestEngine.Sqlite);
        await harness.UploadAsync(UploadHarness.School, "Bees.txt", Bees);

        Assert.Equal("That file is on the shelf already; its name is bees.", (await harness.UploadAsync(UploadHarness.School, "Copy.txt", Bees)).ToPlainText());
    }

    [Fact]
    public async Task ResultsOfFilesAreInTheLanguageOfTheChannel()
    {
        await using var harness = new UploadHarness(TestEngine.Sqlite, ("Uploads:MaxFiles", "1"));
        await harness.SayAsync(UploadHarness.School, "settings language:fr", isTeacher: true);
        var bees = AttachedFile.Of("Bees.txt", Encoding.UTF8.GetBytes(Bees));

        var added = await harness.UploadAsync(UploadHarness.School, [bees, AttachedFile.Of("../ants.txt", []), AttachedFile.Of("ants.exe", [])]);
        var more = await harness.UploadAsync(UploadHarness.School, bees);
        var eleven = await harness.UploadAsync(UploadHarness.School, [.. Enumerable.Repeat(bees, 11)]);

        Assert.StartsWith("Désormais disponible\u00a0: Bees\u00a0: 1 paragraphe, 16 mots [bees]\n\nNon pris\u00a0:\n", added.ToPlainText(), StringComparison.Ordinal);
        Assert.Contains("- ../ants.txt: Le nom du fichier n’est pas un nom simple, comme week-3.pdf.", added.ToPlainText(), StringComparison.Ordinal);
        Assert.Contains("Enregistrez-le en .txt, .md, .html, .pdf ou .docx.", added.ToPlainText(), StringComparison.Ordinal);
        Assert.Contains("à partir des 2 textes disponibles", added.ToPlainText(), StringComparison.Ordinal);
        Assert.Equal("1 fichiers sont téléversés ici, et c’est le maximum. Supprimez-en d’abord un\u00a0: readings delete NAME", more.ToPlainText());
        Assert.Equal("«\u202freadings add\u202f» prend 10 fichiers à la fois, et il y en a 11.", eleven.ToPlainText());
    }

    [Fact]
    public async Task OfSeveralFilesTheGoodOnesAreTakenAndTheOthersNamed()
    {
        await using var harness = new UploadHarness(TestEngine.Sqlite);
        AttachedFile[] files =
        [
            AttachedFile.Of("Bees.txt", Encoding.UTF8.GetBytes(Bees)),
            AttachedFile.Of("../ants.txt", Encoding.UTF8.GetBytes(Bees)),
            AttachedFile.Of("Wasps.txt", "Wasps\n\nWasps build their nests of paper. They hunt flies for their young.\n"u8.ToArray()),
            AttachedFile.Of("bomb.docx", Bomb()),
        ];

        var added = (await harness.UploadAsync(UploadHarness.School, files)).ToPlainText();

        Assert.Contains("On the shelf now: Bees", added, StringComparison.Ordinal);
        Assert.Contains("On the shelf now: Wasps", added, StringComparison.Ordinal);
        Assert.Contains("- ../ants.txt: The file needs a plain name", added, StringComparison.Ordinal);
        Assert.Contains("- bomb.docx: “bomb.docx” cannot be served: ", added, StringComparison.Ordinal);
        Assert.Equal(3, harness.ShelfOf().All.Readings.Count);
    }

    [Fact]
    public async Task OnlySoManyAreTakenAtOnce()
    {
        await using var harness = new UploadHarness(TestEngine.Sqlite);
        var file = AttachedFile.Of("Bees.txt", Encoding.UTF8.GetBytes(Bees));

        var refused = await harness.UploadAsync(UploadHarness.School, [.. Enumerable.Repeat(file, 11)]);

        Assert.Equal("“readings add” takes 10 files at once; these are 11.", refused.ToPlainText());
    }

    [Fact]
    public async Task AFileOfTheFolderIsNotDeletedAndStudentsDeleteNothing()
    {
        await using var harness = new UploadHarness(TestEngine.Sqlite);
        await harness.UploadAsync(UploadHarness.School, "Bees.txt", Bees);

        Assert.StartsWith("“canal” is a file of the program’s folder.", (await harness.SayAsync(UploadHarness.School, "readings delete canal", isTeacher: true)).ToPlainText(), StringComparison.Ordinal);
        Assert.Contains("is for the teachers", (await harness.SayAsync(UploadHarness.School, "readings delete bees")).ToPlainText(), StringComparison.Ordinal);
        Assert.Equal("“find” takes no file.", (await harness.UploadAsync(UploadHarness.School, AttachedFile.Of("bees.txt", [1]), "find")).ToPlainText());
        Assert.Single((await harness.SayAsync(UploadHarness.School, "find flowers")).Quotes);
    }

    // A few kilobytes that decompress to 400 MB.
    private static byte[] Bomb()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = archive.CreateEntry("word/document.xml", CompressionLevel.SmallestSize).Open();
            var zeros = new byte[1024 * 1024];
            Array.Fill(zeros, (byte)' ');
            for (var i = 0; i < 400; i++)
            {
                part.Write(zeros);
            }
        }

        return file.ToArray();
    }

    /// <summary>An endless stream that counts the bytes read.</summary>
    private sealed class Endless : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => Given;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Array.Fill(buffer, (byte)'a', offset, count);
            Given += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
