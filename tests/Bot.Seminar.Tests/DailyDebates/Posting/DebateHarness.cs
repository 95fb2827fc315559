using System.Globalization;
using Bot.Chat;
using Bot.Chat.Posting;
using Bot.Library;
using Bot.Library.Readings;
using Bot.Library.Retrieval;
using Bot.Seminar.DailyDebates;
using Bot.Seminar.DailyDebates.Agenda;
using Bot.Seminar.DailyDebates.Planning;
using Bot.Storage;
using Bot.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Seminar.Tests.DailyDebates.Posting;

/// <summary>A complete seminar with a real database, a controlled clock and an in-memory platform.</summary>
internal sealed class DebateHarness : IAsyncDisposable
{
    /// <summary>The default channel.</summary>
    public static readonly ChannelAddress Room = new("test", "school", "room 1/2");

    // A test sends a week's commands in a moment, so only the tests of limits use limits.
    private static readonly Dictionary<string, string?> NoLimits = new()
    {
        ["Limits:Unlimited"] = "test, another platform",
    };

    private readonly IReadOnlyDictionary<string, string?> settings;
    private readonly TestDatabase test;
    private readonly List<ServiceProvider> replicas = [];
    private readonly Shelf shelf;
    private readonly RankingModel ranking;

    public DebateHarness(
        TestEngine engine, DateTimeOffset? start = null, TimeSpan? timeout = null, IReadOnlyDictionary<string, string?>? settings = null, bool mayAbstain = false)
    {
        ranking = mayAbstain ? Shipped : Unhesitating;
        this.settings = settings ?? NoLimits;
        Time = new FakeTimeProvider(start ?? new DateTimeOffset(2026, 9, 1, 6, 0, 0, TimeSpan.Zero));
        test = new TestDatabase(engine);
        test.Options.Timeout = timeout ?? test.Options.Timeout;
        shelf = LocalModels.LexicalShelf([Town]);
        Start();
    }

    /// <summary>A reading with a few motions, some of which another reading denies.</summary>
    public static Reading Town { get; } = TestReadings.Of(
        "town",
        "The Town",
        "The council should pay for the ferry to the island in winter. The ferry brings the children to school.",
        "The town should plant trees along the old harbour road. Trees make the street cooler in summer.",
        "The school should not close its library on Saturdays. Many pupils have no quiet room at home.",
        "The market should move back to the square before spring. The traders want it there.",
        "The museum should be free for everyone on the first Sunday. Families from the villages would come.");

    public FakeTimeProvider Time { get; }

    public FakePlatform Platform { get; } = new();

    public FakeThreads Threads { get; } = new();

    public FakeListener Listener { get; } = new();

    /// <summary>The exceptions logged as errors.</summary>
    public ErrorLog Errors { get; } = new();

    public TestDatabase Test => test;

    // Most of these tests are about schedules and posts, so any nearest sentence is accepted as a side.
    private static readonly RankingModel Shipped = RankingModel.Load(RankingModel.ShippedFile);

    private static readonly RankingModel Unhesitating = Shipped with
    {
        Question = Shipped.Question with { AbstainBelow = 0, OnSubjectFrom = 0 },
        Claim = Shipped.Claim with { AbstainBelow = 0, OnSubjectFrom = 0 },
    };

    public Shelf Shelf => shelf;

    /// <summary>Another program on the same database.</summary>
    public ServiceProvider Start()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Folder"] = test.Options.Folder,
            ["Storage:PostgreSql"] = test.Options.PostgreSql,
            ["Storage:Timeout"] = test.Options.Timeout.ToString(),
            ["Embedding:Provider"] = "None",
            ["SecondStage:Enabled"] = "false",
        }).Build();
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(logging => logging.AddProvider(Errors))
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton(shelf)
            .AddSingleton<IChannelPoster>(Platform)
            .AddSingleton<IThreadReader>(Threads)
            .AddSingleton<IChannelListener>(Listener)
            .AddSingleton(ranking)
            .AddLibrary(configuration)
            .AddSeminar()
            .BuildServiceProvider();
        replicas.Add(services);
        return services;
    }

    public MotionPools Pools => replicas[0].GetRequiredService<MotionPools>();

    public Database Database => replicas[0].GetRequiredService<Database>();

    public Task<ChatReply> TeacherAsync(string line, string room = "room 1/2") => SayAsync(line, new ChatUser("teacher", IsTeacher: true), Room with { Channel = room });

    /// <summary>A teacher uses a command on a platform with a field for each option.</summary>
    public Task<ChatReply> OnDiscordAsync(string name) => Seminar.HandleAsync(
        new ChatCommand { Name = name, Channel = Room, User = new ChatUser("teacher", IsTeacher: true), Style = CommandStyle.SlashFields }, CancellationToken.None);

    public Task<ChatReply> StudentAsync(string line, string id = "student") => SayAsync(line, new ChatUser(id), Room);

    /// <summary>A teacher uses the platform in another language.</summary>
    public Task<ChatReply> TeacherInAsync(string locale, string line) => Seminar.HandleAsync(
        new ChatCommand
        {
            Name = ChatCommand.PlainWords,
            Text = line,
            Channel = Room,
            User = new ChatUser("teacher", IsTeacher: true),
            Locale = locale,
        },
        CancellationToken.None);

    /// <summary>A student asks in another place for today's motions of these channels.</summary>
    public Task<ChatReply> TodayAsync(params string[] rooms) => Seminar.HandleAsync(
        new ChatCommand
        {
            Name = "debate today",
            Channel = Room with { Channel = "a page" },
            Also = [.. rooms.Select(room => Room with { Channel = room })],
            User = new ChatUser("student"),
        },
        CancellationToken.None);

    /// <summary>Who would see the reply to a student's line.</summary>
    public ValueTask<ReplyVisibility> VisibilityAsync(string name) => Seminar.VisibilityOfAsync(
        Seminar.Find(new ChatCommand { Name = name, Channel = Room, User = new ChatUser("student") }), CancellationToken.None);

    /// <summary>Presses a button.</summary>
    public Task<ChatReply> PressAsync(Choice choice, string id, bool isTeacher = false, string? locale = null) => Seminar.HandleAsync(
        new ChatCommand
        {
            Name = choice.Command,
            Text = choice.Text,
            Stamp = choice.Stamp,
            Channel = Room,
            User = new ChatUser(id, isTeacher),
            Locale = locale,
        },
        CancellationToken.None);

    /// <summary>The suggested values in a channel, in order.</summary>
    public IReadOnlyList<string> Suggest(string command, string option, string typed, ChannelAddress channel) =>
        [.. Seminar.Suggest(new SuggestionRequest(command, option, typed) { Channel = channel }).Select(suggestion => suggestion.Value)];

    /// <summary>Sends a command as an adapter does.</summary>
    public Task<ChatReply> HandleAsync(ChatCommand command) => Seminar.HandleAsync(command, CancellationToken.None);

    /// <summary>A student posts a message that is not addressed to anyone.</summary>
    public Task<ChatReply?> PostedAsync(string words, string? thread = null) => Seminar.OverhearAsync(
        new ChatCommand { Name = ChatCommand.PlainWords, Text = words, Channel = Room with { Thread = thread }, User = new ChatUser("student") },
        CancellationToken.None);

    public Task RunOnceAsync(int replica = 0) => replicas[replica].GetRequiredService<DebateScheduler>().RunOnceAsync(CancellationToken.None);

    /// <summary>Moves the clock, and waits for the program's work.</summary>
    public async Task AtAsync(string moment)
    {
        Time.SetUtcNow(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
        await RunOnceAsync();
    }

    /// <summary>The reports on problems in the channel, the newest first.</summary>
    public async Task<IReadOnlyList<string>> ReportsAsync() =>
        (await replicas[0].GetRequiredService<ChannelAgendas>().OfAsync(Room, CancellationToken.None)).Reports;

    public Task<IReadOnlyList<string>> RowsAsync(string sql) => Database.ReadAsync(session => session.QueryAsync<string>(sql), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in replicas)
        {
            await replica.DisposeAsync();
        }

        await test.DisposeAsync();
    }

    /// <summary>Sends all commands to this program from now on.</summary>
    public void Use(ServiceProvider program)
    {
        replicas.Remove(program);
        replicas.Insert(0, program);
    }

    /// <summary>All commands.</summary>
    public IReadOnlyList<CommandInfo> Commands => Seminar.Commands;

    private ISeminar Seminar => replicas[0].GetRequiredService<ISeminar>();

    private Task<ChatReply> SayAsync(string line, ChatUser user, ChannelAddress channel) => Seminar.HandleAsync(
        new ChatCommand { Name = ChatCommand.PlainWords, Text = line, Channel = channel, User = user }, CancellationToken.None);
}
