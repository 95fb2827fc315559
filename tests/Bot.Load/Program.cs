using System.CommandLine;
using Bot.Load;

var platform = new Argument<string>("platform") { Description = "Whose requests to send: discord, slack or api." };
var rate = new Option<int>("--rate") { Description = "Requests a second.", DefaultValueFactory = _ => 200 };
var seconds = new Option<int>("--seconds") { Description = "For how long.", DefaultValueFactory = _ => 60 };
var root = new RootCommand("Sends a platform's signed requests, or look-ups over the API, to the real host on the readings that ship, and measures the answers.") { platform, rate, seconds };
root.SetAction(async (parsed, cancellationToken) =>
{
    await using IPlatformLoad load = parsed.GetValue(platform) switch
    {
        "discord" => await DiscordLoad.StartAsync(),
        "slack" => await SlackLoad.StartAsync(),
        "api" => new ApiLoad(),
        var other => throw new ArgumentException($"There is no load for {other}."),
    };
    await using var host = await HostProcess.StartAsync(load.Settings, cancellationToken);
    var figures = await LoadRun.RunAsync(load, host, parsed.GetValue(rate), TimeSpan.FromSeconds(parsed.GetValue(seconds)), cancellationToken);
    Console.Write(figures.Describe());
    return figures.IsGood ? 0 : 1;
});
return await root.Parse(args).InvokeAsync();
