using Bot.Chat;
using Bot.Evaluation.Files;
using Bot.Library;
using Bot.Library.Lexicons;
using Bot.Library.Readings;
using Bot.Library.Search;
using Bot.Seminar;
using Bot.Seminar.Commands;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Evaluation.Product;

/// <summary>The product's own router and commands, with every option at its default, over given readings.</summary>
internal sealed class SeminarUnderTest
{
    private readonly CommandRouter router;

    private SeminarUnderTest(IReadOnlyList<Reading> readings, ReadingIndex index)
    {
        Readings = readings;
        Index = index;
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
            .AddSeminar()
            .BuildServiceProvider();
        services.GetRequiredService<Shelf>().Replace(new ShelfSnapshot(readings, [], index));
        router = services.GetRequiredService<CommandRouter>();
    }

    /// <summary>What is on the shelf.</summary>
    public IReadOnlyList<Reading> Readings { get; }

    /// <summary>Over exactly <see cref="Readings"/>.</summary>
    public ReadingIndex Index { get; }

    /// <summary>Reads a folder and puts it on the shelf.</summary>
    /// <exception cref="EvaluationException">There is no such folder, or nothing in it can be read.</exception>
    public static SeminarUnderTest Open(string folder)
    {
        InputFile.RequireFolder(folder);
        try
        {
            return Over(ReadingFolder.Load(folder).Readings);
        }
        catch (ReadingFolderException unreadable)
        {
            throw new EvaluationException(unreadable.Message);
        }
    }

    /// <summary>Puts readings on the shelf that are in memory already.</summary>
    public static SeminarUnderTest Over(IReadOnlyList<Reading> readings) =>
        new(readings, ReadingIndex.Build(readings, Lexicon.Default));

    /// <summary>
    /// The same with other readings, in less time than <see cref="Over"/> takes where most of them are the same objects. Made from
    /// the newest of a line only, as <see cref="ReadingIndex.Update"/> asks; the older ones go on answering as before.
    /// </summary>
    public SeminarUnderTest With(IReadOnlyList<Reading> readings) => new(readings, Index.Update(readings));

    /// <summary>Answers a command as it would be answered on any platform.</summary>
    /// <param name="name">The command's name.</param>
    /// <param name="text">What stands after it.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public Task<ChatReply> AskAsync(string name, string text, CancellationToken cancellationToken) => router.HandleAsync(
        new ChatCommand
        {
            Name = name,
            Text = text,
            Channel = new ChannelAddress("evaluation", "", "channel"),
            User = new ChatUser("evaluation"),
        },
        cancellationToken);
}
