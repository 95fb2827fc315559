using Bot.Library;
using Bot.Library.Readings;
using Bot.Library.Readings.Folders;
using Bot.Seminar.Quote;
using Bot.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Seminar.Tests.Quote;

/// <summary>The shipped command with the shipped models.</summary>
internal static class QuoteCommands
{
    private static readonly IConfiguration Configuration = new ConfigurationBuilder().Build();

    private static readonly ServiceProvider Library =
        new ServiceCollection().AddSingleton(Configuration).AddLogging().AddLibrary(Configuration).BuildServiceProvider();

    /// <summary>Creates one.</summary>
    public static CheckQuoteCommand Make() => new(
        LocalModels.Retriever,
        new EssayFile(Library.GetRequiredService<SentFileReader>(), Library.GetRequiredService<IOptions<ReadingsOptions>>(), TimeProvider.System));
}
