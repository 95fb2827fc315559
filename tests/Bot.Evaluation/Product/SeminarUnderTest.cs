using Bot.Chat;
using Bot.Evaluation.Files;
using Bot.Library;
using Bot.Library.Readings;
using Bot.Library.Readings.Folders;
using Bot.Library.Retrieval;
using Bot.Library.SecondStage;
using Bot.Seminar;
using Bot.Seminar.Commands;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Evaluation.Product;

/// <summary>The product's router and commands with default options and given readings.</summary>
internal sealed class SeminarUnderTest
{
    private static readonly ChannelAddress Channel = new("evaluation", "", "channel");

    private readonly CommandRouter router;

    /// <param name="readings">The readings on the shelf.</param>
    /// <param name="index">The index of exactly these readings.</param>
    /// <param name="ranking">The weights; null for the shipped ones.</param>
    /// <param name="secondStage">The second stage; null for the product's with a cache.</param>
    public SeminarUnderTest(IReadOnlyList<Reading> readings, RetrievalIndex index, RankingModel? ranking = null, ISecondStage? secondStage = null)
    {
        Readings = readings;
        var configuration = new ConfigurationBuilder().Build();
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(Logger<>))
            .AddSingleton(ProductModels.Sentences)
            .AddSingleton(ProductModels.Queries)
            .AddSingleton(ranking ?? ProductModels.Ranking)
            .AddSingleton(secondStage ?? ProductModels.KeptSecondStage)
            .AddLibrary(configuration)
            .AddSeminar()
            .BuildServiceProvider();
        services.GetRequiredService<Shelf>().Replace(new ShelfSnapshot(readings, [], index));
        router = services.GetRequiredService<CommandRouter>();
    }

    /// <summary>The readings on the shelf.</summary>
    public IReadOnlyList<Reading> Readings { get; }

    /// <summary>Loads and embeds the readings of a folder.</summary>
    /// <exception cref="EvaluationException">The folder does not exist, or contains no readable file.</exception>
    public static async Task<SeminarUnderTest> OpenAsync(string folder, CancellationToken cancellationToken)
    {
        InputFile.RequireFolder(folder);
        try
        {
            var readings = ReadingFolder.Load(folder).Readings;
            return new SeminarUnderTest(readings, await EmbeddedIndex.BuildAsync(readings, cancellationToken));
        }
        catch (ReadingFolderException unreadable)
        {
            throw new EvaluationException(unreadable.Message);
        }
    }

    /// <summary>Answers a message in a channel where questions are answered without a command.</summary>
    /// <returns>Null if it is not answered.</returns>
    public async Task<ChatReply?> OverhearAsync(string words, CancellationToken cancellationToken)
    {
        var cleaned = InputText.Clean(words);
        if (!OpenQuestions.IsQuestion(cleaned))
        {
            return null;
        }

        var reply = await AskAsync("ask", cleaned, null, cancellationToken);
        return OpenQuestions.IsAnsweredBy(reply) ? reply : null;
    }

    /// <summary>Answers a command as on any platform.</summary>
    /// <param name="name">The command's name.</param>
    /// <param name="text">The text after it.</param>
    /// <param name="reading">The value of its option <c>reading</c>; null if there is none.</param>
    /// <param name="cancellationToken">Cancels the work early.</param>
    public Task<ChatReply> AskAsync(string name, string text, ReadingId? reading, CancellationToken cancellationToken) =>
        AskAsync(name, text, reading, offersQuestions: false, cancellationToken);

    /// <summary>Answers a question as for a person, to whom further questions are offered.</summary>
    public Task<ChatReply> AskAsPersonAsync(string question, CancellationToken cancellationToken) =>
        AskAsync("ask", question, reading: null, offersQuestions: true, cancellationToken);

    private Task<ChatReply> AskAsync(
        string name, string text, ReadingId? reading, bool offersQuestions, CancellationToken cancellationToken) => router.HandleAsync(
        new ChatCommand
        {
            Name = name,
            Text = text,
            Options = reading is { } id ? new Dictionary<string, string> { ["reading"] = id.Value } : [],
            Channel = Channel,
            User = new ChatUser("evaluation"),
            MayOfferQuestions = offersQuestions,
        },
        cancellationToken);
}
