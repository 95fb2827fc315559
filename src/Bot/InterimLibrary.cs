using Bot.Library.Lexicons;
using Bot.Library.Readings;
using Bot.Library.Search;
using Microsoft.Extensions.Options;

namespace Bot.Library;

internal sealed class ShelfService(ReadingFolder folder, Shelf shelf, IProgress<LoadProgress>? progress = null) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var contents = folder.Load(progress, cancellationToken);
        shelf.Replace(new ShelfSnapshot(contents.Readings, contents.Problems, ReadingIndex.Build(contents.Readings, Lexicon.Default)));
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
        services.AddSingleton(p => new ReadingFolder(p.GetRequiredService<IOptions<ReadingsOptions>>().Value));
        services.AddHostedService<ShelfService>();
        return services;
    }
}
