using Bot.Library.Readings;
using Bot.Library.Readings.Folders;

namespace Bot.Library.Tests.Readings;

public sealed class FolderScanTests : IDisposable
{
    private readonly TemporaryFolder files = new();
    private readonly TemporaryFolder elsewhere = new();

    public FolderScanTests()
    {
        files.Write("rain.txt", "It rains.");
        elsewhere.Write("secret.txt", "The key is under the mat.");
    }

    public void Dispose()
    {
        files.Dispose();
        elsewhere.Dispose();
    }

    [Fact]
    public void LinksThatLeadOutOfTheFolderAreRefused()
    {
        File.CreateSymbolicLink(files["file.txt"], elsewhere["secret.txt"]);
        Directory.CreateSymbolicLink(files["folder"], elsewhere.Path);
        Directory.CreateSymbolicLink(files["root"], "/");
        File.CreateSymbolicLink(files["up.txt"], $"../{Path.GetFileName(elsewhere.Path)}/secret.txt");

        var scan = Scan(new ReadingsOptions());

        Assert.Equal(["rain.txt"], scan.Files.Select(file => file.File));
        Assert.Equal(["file.txt", "folder", "root", "up.txt"], scan.Problems.Select(problem => problem.File).Order());
        Assert.All(scan.Problems, problem => Assert.Equal(
            "The link leads out of the folder of readings; put the file itself here, or set Readings:LinksOutside to true.", problem.Reason));
    }

    [Fact]
    public void ALinkThatLeadsOutByAnotherLinkIsRefusedToo()
    {
        Directory.CreateSymbolicLink(files[".hidden"], elsewhere.Path);
        File.CreateSymbolicLink(files["by-hidden.txt"], Path.Combine(files[".hidden"], "secret.txt"));

        var scan = Scan(new ReadingsOptions());

        Assert.Equal(["rain.txt"], scan.Files.Select(file => file.File));
        Assert.Equal("by-hidden.txt", Assert.Single(scan.Problems).File);
    }

    [Fact]
    public void TheyAreFollowedIfThatIsAllowed()
    {
        Directory.CreateSymbolicLink(files["folder"], elsewhere.Path);

        Assert.Equal(["folder/secret.txt", "rain.txt"], Scan(new ReadingsOptions { LinksOutside = true }).Files.Select(file => file.File));
    }

    [Fact]
    public void LinksWithinTheFolderAreFollowedEvenIfTheFolderIsALink()
    {
        files.Write(".data/sea.txt", "The sea is wide.");
        File.CreateSymbolicLink(files["sea.txt"], ".data/sea.txt");
        var link = elsewhere["link"];
        Directory.CreateSymbolicLink(link, files.Path);

        var scan = FolderScan.Of(link, new ReadingsOptions(), CancellationToken.None);

        Assert.Equal(["rain.txt", "sea.txt"], scan.Files.Select(file => file.File));
        Assert.Empty(scan.Problems);
    }

    [Fact]
    public void CircularLinksAreReported()
    {
        File.CreateSymbolicLink(files["one.txt"], files["two.txt"]);
        File.CreateSymbolicLink(files["two.txt"], files["one.txt"]);

        var scan = Scan(new ReadingsOptions());

        Assert.Equal(["rain.txt"], scan.Files.Select(file => file.File));
        Assert.Equal(2, scan.Problems.Count);
    }

    [Fact]
    public void ThereMayBeSoManyFilesAndNoMore()
    {
        for (var i = 0; i < 20; i++)
        {
            files.Write($"{i}.txt", "a");
        }

        var scan = Scan(new ReadingsOptions { MaxFiles = 10 });

        Assert.Equal(10, scan.Files.Count);
        Assert.Contains("Readings:MaxFiles", Assert.Single(scan.Problems).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderMayLieSoDeepAndNoDeeper()
    {
        files.Write("a/b/near.txt", "a");
        files.Write("a/b/c/far.txt", "a");

        var scan = Scan(new ReadingsOptions { MaxDepth = 3 });

        Assert.Equal(["a/b/near.txt", "rain.txt"], scan.Files.Select(file => file.File));
        Assert.Equal("a/b/c: The folder lies more than 3 deep and is not looked at; move it up, or raise Readings:MaxDepth.", Assert.Single(scan.Problems).ToString());
    }

    [Fact]
    public void TheFilesMayBeSoLargeTogetherAndNoLarger()
    {
        files.Write("large.txt", new byte[1024 * 1024]);

        var scan = Scan(new ReadingsOptions { MaxFolderMegabytes = 1 });

        Assert.Single(scan.Files);
        Assert.Contains("Readings:MaxFolderMegabytes", Assert.Single(scan.Problems).Reason, StringComparison.Ordinal);
    }

    private FolderScan Scan(ReadingsOptions options) => FolderScan.Of(files.Path, options, CancellationToken.None);
}
