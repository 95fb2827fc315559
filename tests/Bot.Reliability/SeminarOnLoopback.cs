using Bot.Discord;
using Bot.Discord.Fake;
using Bot.Library;
using Bot.Library.Readings;
using Bot.Library.Retrieval;
using Bot.Seminar;
using Bot.Slack;
using Bot.Slack.Fake;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Reliability;

/// <summary>The seminar and its adapters as they ship, on a small reading, posting to the loopback platforms.</summary>
internal static class SeminarOnLoopback
{
    public static ServiceProvider Build(Options options, TimeProvider time, string lease)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Folder"] = options.Text("folder", "data"),
            ["Storage:PostgreSql"] = options.Text("postgresql", ""),
            ["Storage:Patience"] = "00:00:20",
            ["Debates:Lease"] = lease,
            ["Discord:ApplicationId"] = LoopbackDiscord.BotId,
            ["Discord:PublicKey"] = new string('0', 64),
            ["Discord:Token"] = LoopbackDiscord.Token,
            ["Discord:ApiBase"] = options.Text("discord", ""),
            ["Slack:Token"] = FakeSlack.Token,
            ["Slack:SigningSecret"] = FakeSlack.SigningSecret,
            ["Slack:ApiBase"] = options.Text("slack", ""),
        }).Build();
        var reading = ReadingFactory.Default.FromText("town", "The Town", """
            The council should pay for the ferry to the island in winter.

            The town should plant trees along the old harbour road.

            The school should not close its library on Saturdays.
            """);
        var shelf = new Shelf();
        shelf.Replace(new ShelfSnapshot([reading], [], RetrievalIndex.Build([reading])));
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging()
            .AddSingleton(time)
            .AddSingleton(shelf)
            .AddSeminar()
            .AddDiscord(configuration)
            .AddSlack(configuration)
            .BuildServiceProvider();
    }
}
