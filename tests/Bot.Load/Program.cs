using System.CommandLine;
using Bot.Load;

var platform = new Argument<string>("platform") { Description = "The platform: discord, slack or api." };
var rate = new Option<int>("--rate") { Description = "Requests a second.", DefaultValueFactory = _ => 200 };
var seconds = new Option<int>("--seconds") { Description = "The length of the run.", DefaultValueFactory = _ => 60 };
var greedy = new Option<bool>("--greedy") { Description = "With 45,000 paragraphs, one member sends requests without a pause; the answers to the others are measured." };
var root = new RootCommand("Sends a platform's signed requests, or look-ups over the API, to the real host with the shipped readings, and measures the answers.") { platform, rate, seconds, greedy };
root.SetAction(async (parsed, cancellationToken) =>
{
    await using IPlatformLoad load = parsed.GetValue(platform) switch
    {
        "discord" => await DiscordLoad.StartAsync(),
        "slack" => await SlackLoad.StartAsync(),
        "api" => new ApiLoad(),
        var other => throw new ArgumentException($"There is no load test for {other}."),
    };
    var span = TimeSpan.FromSeconds(parsed.GetValue(seconds));
    if (parsed.GetValue(greedy))
    {
        return await RunGreedyAsync(load, span, cancellationToken);
    }

    await using var host = await HostProcess.StartAsync(load.Settings, cancellationToken);
    var figures = await LoadRun.RunAsync(load, host, parsed.GetValue(rate), span, cancellationToken);
    Console.Write(figures.Describe());
    return figures.IsGood ? 0 : 1;
});
root.Add(StartVerb());
return await root.Parse(args).InvokeAsync();

static Command StartVerb()
{
    var times = new Option<int>("--times") { Description = "The number of starts.", DefaultValueFactory = _ => 5 };
    var program = new Option<string?>("--program") { Description = "The program's bot.dll, such as a release's; by default this build's." };
    var readings = new Option<string?>("--readings") { Description = "A folder of readings; by default the shipped ones." };
    var question = new Option<string>("--question") { Description = "The question.", DefaultValueFactory = _ => "Have sanctions worked?" };
    var verb = new Command("start", "Starts the program without a cache, asks one question, and measures the time to the answer.") { times, program, readings, question };
    verb.SetAction(async (parsed, cancellationToken) =>
    {
        var start = new ColdStart(parsed.GetValue(program), parsed.GetValue(readings), parsed.GetValue(question) ?? "");
        for (var i = 0; i < parsed.GetValue(times); i++)
        {
            Console.WriteLine($"browser  {(await start.InBrowserAsync(cancellationToken)).Describe()}");
            Console.WriteLine($"console  {(await start.InConsoleAsync(cancellationToken)).Describe()}");
        }
    });
    return verb;
}

static async Task<int> RunGreedyAsync(IPlatformLoad load, TimeSpan span, CancellationToken cancellationToken)
{
    if (load is not IMembersLoad members)
    {
        throw new ArgumentException("That platform has no members.");
    }

    using var readings = LargeReadings.Create();
    var settings = new Dictionary<string, string>(load.Settings)
    {
        // The default limits; without vectors, because computing them takes longer than the run.
        ["BOT__Limits__Unlimited"] = "console",
        ["BOT__Readings__Folder"] = readings.Folder,
        ["BOT__Embedding__Provider"] = "None",
    };
    await using var host = await HostProcess.StartAsync(settings, cancellationToken);
    var figures = await GreedyRun.RunAsync(members, host, span, cancellationToken);
    Console.Write(figures.Describe());
    return figures.IsGood ? 0 : 1;
}
