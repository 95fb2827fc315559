using System.Text;
using Bot.Chat;
using Bot.Library;
using Bot.Seminar.ReadingList.Uploads;
using Bot.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Seminar.Tests.ReadingList;

/// <summary>A seminar with a real folder and a real database, as one or several programs.</summary>
internal sealed class UploadHarness : IAsyncDisposable
{
    /// <summary>A channel of a workspace.</summary>
    public static readonly ChannelAddress School = new("test", "school", "room");

    /// <summary>A channel of another workspace on the same platform.</summary>
    public static readonly ChannelAddress College = new("test", "college", "room");

    private readonly Dictionary<string, string?> settings;
    private readonly TestDatabase database;
    private readonly List<ServiceProvider> replicas = [];

    public UploadHarness(TestEngine engine, params (string Name, string Value)[] settings)
    {
        this.settings = settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value);
        database = new TestDatabase(engine);
        Folder = Directory.CreateTempSubdirectory("bot-readings-").FullName;
        File.WriteAllText(Path.Combine(Folder, "canal.txt"), "The canal\n\nThe canal was opened by the town council in May. Boats pass through it each morning.\n");
        Start();
    }

    /// <summary>The folder of the readings.</summary>
    public string Folder { get; }

    /// <summary>The folder of the programs' own files.</summary>
    public string StorageFolder => database.Options.Folder;

    /// <summary>A program's shelf.</summary>
    public Shelf ShelfOf(int replica = 0) => replicas[replica].GetRequiredService<Shelf>();

    /// <summary>Starts another program on the same database.</summary>
    public void Start()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Folder"] = database.Options.Folder,
            ["Storage:PostgreSql"] = database.Options.PostgreSql,
            ["Storage:Timeout"] = database.Options.Timeout.ToString(),
            ["Readings:Folder"] = Folder,
            ["Embedding:Provider"] = "None",
            ["SecondStage:Enabled"] = "false",
            ["Limits:Unlimited"] = "test",
        }).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging().AddLibrary(configuration).AddSeminar().BuildServiceProvider();
        services.GetRequiredService<ShelfLoader>().Refresh();
        replicas.Add(services);
    }

    /// <summary>Makes a program check for readings that another one added or deleted.</summary>
    public Task LookAsync(int replica) => replicas[replica].GetRequiredService<UploadedReadings>().RefreshAsync(CancellationToken.None);

    public Task<ChatReply> UploadAsync(ChannelAddress channel, string name, string text) => UploadAsync(channel, AttachedFile.Of(name, Encoding.UTF8.GetBytes(text)));

    public Task<ChatReply> UploadAsync(ChannelAddress channel, AttachedFile file, string command = "readings add") => UploadAsync(channel, [file], command);

    public Task<ChatReply> UploadAsync(ChannelAddress channel, IReadOnlyList<AttachedFile> files, string command = "readings add") => HandleAsync(
        new ChatCommand { Name = command, Files = files, Channel = channel, User = new ChatUser("teacher", IsTeacher: true) });

    public Task<ChatReply> SayAsync(ChannelAddress channel, string line, bool isTeacher = false, int replica = 0) => HandleAsync(
        new ChatCommand { Name = ChatCommand.PlainWords, Text = line, Channel = channel, User = new ChatUser("member", isTeacher) }, replica);

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in replicas)
        {
            await replica.DisposeAsync();
        }

        await database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private Task<ChatReply> HandleAsync(ChatCommand command, int replica = 0) =>
        replicas[replica].GetRequiredService<ISeminar>().HandleAsync(command, CancellationToken.None);
}
