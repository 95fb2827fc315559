using Bot.Discord;
using Bot.Discord.Fake;
using Bot.Library;
using Bot.Library.Readings.Parsing;
using Bot.Library.Retrieval;
using Bot.Seminar;
using Bot.Slack;
using Bot.Slack.Fake;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Reliability;

/// <summary>The shipped seminar and adapters with a small reading, posting to the loopback platforms.</summary>
internal static class SeminarOnLoopback
{
    private static readonly RankingModel Shipped = RankingModel.Load(RankingModel.ShippedFile);

    // The test is about posts, so any nearest sentence is accepted as a side.
    private static readonly RankingModel Unhesitating = Shipped with
    {
        Question = Shipped.Question with { AbstainBelow = 0, OnSubjectFrom = 0 },
        Claim = Shipped.Claim with { AbstainBelow = 0, OnSubjectFrom = 0 },
    };

    public static ServiceProvider Build(Options options, TimeProvider time, string lease)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Folder"] = options.Text("folder", "data"),
            ["Storage:PostgreSql"] = options.Text("postgresql", ""),
            ["Storage:Timeout"] = "00:00:20",
            ["Debates:Lease"] = lease,
            ["Embedding:Provider"] = "None",
            ["SecondStage:Enabled"] = "false",
            ["Discord:ApplicationId"] = LoopbackDiscord.BotId,
            ["Discord:PublicKey"] = new string('0', 64),
            ["Discord:Token"] = LoopbackDiscord.Token,
            ["Discord:ApiBase"] = options.Text("discord", ""),
            ["Slack:Token"] = FakeSlack.Token,
            ["Slack:SigningSecret"] = FakeSlack.SigningSecret,
            ["Slack:ApiBase"] = options.Text("slack", ""),
        }).Build();
        var reading = ReadingFactory.Default.CreateFromText("town", "The Town", """
            The council should pay for the ferry to the island in winter. The ferry brings the children to school.

            The town should plant trees along the old harbour road. Trees make the street cooler in summer.

            The school should not close its library on Saturdays. Many pupils have no quiet room at home.

            The market should move back to the square before spring. The traders want it there.

            The museum should be free for everyone on the first Sunday. Families from the villages would come.
            """);
        var shelf = new Shelf();
        shelf.Replace(new ShelfSnapshot([reading], [], RetrievalIndex.Build([reading])));
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging()
            .AddSingleton(time)
            .AddSingleton(shelf)
            .AddSingleton(Unhesitating)
            .AddLibrary(configuration)
            .AddSeminar()
            .AddDiscord(configuration)
            .AddSlack(configuration)
            .BuildServiceProvider();
    }
}
