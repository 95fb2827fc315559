using System.ComponentModel.DataAnnotations;
using Bot.Library.Lexicons;
using Bot.Library.Readings;
using Bot.Library.Search;

namespace Bot.Library;

internal sealed class ReadingsOptions
{
    [Required(AllowEmptyStrings = false)]
    public string Folder { get; set; } = "seeds";
}

internal sealed record LoadProgress(int Done, int Total);

internal sealed class ReadingFolderException(string message) : Exception(message);

internal sealed class ReadingFolder(Microsoft.Extensions.Options.IOptions<ReadingsOptions> options)
{
    public ShelfSnapshot Load(IProgress<LoadProgress>? progress, CancellationToken cancellationToken)
    {
        var folder = options.Value.Folder;
        if (!Directory.Exists(folder))
        {
            throw new ReadingFolderException($"There is no folder of readings at “{folder}”. Name one with --readings DIR or the setting Readings:Folder.");
        }

        var splitter = new SentenceSplitter();
        var readings = new List<Reading>();
        foreach (var file in Directory.GetFiles(folder, "*.md").Order(StringComparer.Ordinal))
        {
            var lines = File.ReadAllLines(file);
            var title = lines.First(line => line.StartsWith("title:", StringComparison.Ordinal))["title:".Length..].Trim().Trim('"');
            var paragraphs = new List<Paragraph>();
            string? section = null;
            foreach (var line in lines.Skip(1).SkipWhile(line => line != "---").Skip(1).Where(line => line.Trim().Length > 0))
            {
                if (line.StartsWith('#'))
                {
                    section = line.TrimStart('#', ' ');
                    continue;
                }

                paragraphs.Add(new Paragraph(paragraphs.Count + 1, line, splitter.Split(line)) { Section = section });
            }

            readings.Add(new Reading { Id = new ReadingId(Path.GetFileNameWithoutExtension(file)), Title = title, File = Path.GetFileName(file), Paragraphs = paragraphs });
            progress?.Report(new LoadProgress(readings.Count, 6));
        }

        return new ShelfSnapshot(readings, [], ReadingIndex.Build(readings, Lexicon.Default));
    }
}

internal sealed class ShelfService(ReadingFolder folder, Shelf shelf, IProgress<LoadProgress>? progress = null) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        shelf.Replace(folder.Load(progress, cancellationToken));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

internal static class LibraryServices
{
    public static IServiceCollection AddLibrary(this IServiceCollection services)
    {
        services.AddOptions<ReadingsOptions>().BindConfiguration("Readings").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Shelf>();
        services.AddSingleton<ReadingFolder>();
        services.AddHostedService<ShelfService>();
        return services;
    }
}
