using Bot.Chat;
using Bot.Evaluation.Files;
using Bot.Library;
using Bot.Library.Lexicons;
using Bot.Library.Readings;
using Bot.Library.Search;
using Bot.Seminar;
using Bot.Seminar.Commands;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Evaluation.Seeds;

/// <summary>The product with a folder of readings on its shelf.</summary>
/// <param name="Readings">What was read.</param>
/// <param name="Handle">Answers commands about them.</param>
internal sealed record SeminarUnderTest(IReadOnlyList<Reading> Readings, CommandHandler Handle)
{
    /// <summary>Reads a folder and makes the commands over it.</summary>
    /// <exception cref="EvaluationException">There is no such folder, or nothing in it can be read.</exception>
    public static Task<SeminarUnderTest> OpenAsync(string folder, CancellationToken cancellationToken)
    {
        InputFile.RequireFolder(folder);
        cancellationToken.ThrowIfCancellationRequested();
        throw new EvaluationException("The seminar's commands cannot be measured yet: reading a folder is not connected.");
    }

    /// <summary>The product's own router and commands over readings that are in memory already.</summary>
    public static CommandHandler Over(IReadOnlyList<Reading> readings)
    {
        var services = new ServiceCollection()
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
            .AddSeminar()
            .BuildServiceProvider();
        services.GetRequiredService<Shelf>().Replace(new ShelfSnapshot(readings, [], ReadingIndex.Build(readings, Lexicon.Default)));
        return services.GetRequiredService<CommandRouter>().HandleAsync;
    }
}
