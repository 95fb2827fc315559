using System.CommandLine;
using System.Globalization;
using Bot.Chat.Languages;
using Bot.Chat.Posting;
using Bot.Configuration;
using Bot.Hosting;
using Bot.Library;
using Bot.Seminar;
using Bot.Seminar.DailyDebates;
using Bot.Storage;
using Bot.Terminal;

namespace Bot.CommandLine;

/// <summary>The verb <c>rehearse</c>: prints what a schedule would post in the next days, with a simulated clock.</summary>
internal static class RehearseVerb
{
    private const string UsualSchedule = "09:00 UTC daily";
    private const int MaxDays = 3660;
    private static readonly ChannelAddress Channel = new("rehearsal", "", "rehearsal");

    public static Command Create(Settings settings)
    {
        var schedule = new Argument<string[]>("schedule") { Description = $"The schedule, as for “debate schedule”; “{UsualSchedule}” by default.", Arity = ArgumentArity.ZeroOrMore };
        var from = new Option<string?>("--from") { Description = "The first day; today by default.", HelpName = "DATE" };
        var days = new Option<int>("--days") { Description = "How many days.", DefaultValueFactory = _ => 14 };
        var speed = new Option<string>("--speed") { Description = "max, or how many times faster than real time.", DefaultValueFactory = _ => "max" };
        var verb = new VerbWithExamples(
            "rehearse",
            "Prints what a schedule would post, without posting anything.",
            ["rehearse 09:00 Europe/Lisbon weekdays --from 2026-09-01 --days 365 --speed max"])
        {
            Details = "It runs the real scheduler with a simulated clock and a temporary database.",
        };
        verb.Arguments.Add(schedule);
        verb.Options.Add(from);
        verb.Options.Add(days);
        verb.Options.Add(speed);
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            var words = string.Join(' ', parsed.GetValue(schedule) ?? []);
            return await RunAsync(
                settings.Of(parsed),
                words.Length > 0 ? words : UsualSchedule,
                Start(parsed.GetValue(from)),
                CheckDays(parsed.GetValue(days)),
                ParseSpeed(parsed.GetValue(speed) ?? "max"),
                cancellationToken);
        });
        return verb;
    }

    private static async Task<int> RunAsync(
        IReadOnlyDictionary<string, string?> settings, string schedule, DateTimeOffset start, int days, double? speed, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("bot-rehearsal-").FullName;
        try
        {
            // The configured database stays unchanged.
            var own = new Dictionary<string, string?>(settings, StringComparer.OrdinalIgnoreCase) { ["Storage:Folder"] = folder, ["Storage:PostgreSql"] = "" };
            var time = new RehearsalTime(start);
            await using var output = StandardStreams.OpenOutput();
            await using var services = Build(own, time, new RehearsalPoster(output, time));
            SettingsCheck.Validate(services);
            services.GetRequiredService<ShelfLoader>()
                .Refresh(progress: LoadingDisplay.OnStandardError(TimeProvider.System), cancellationToken: cancellationToken);

            // The plan is made from the vectors, which the host computes in the background.
            await services.GetRequiredService<ShelfEmbedder>().EmbedAsync(LoadingDisplay.OnStandardError(TimeProvider.System), cancellationToken);
            var (described, problem) = await DebateRehearsal.ScheduleAsync(services, Channel, schedule, cancellationToken);
            if (described is null)
            {
                throw new WrongSettingException(problem);
            }

            await output.WriteLineAsync($"{described}, from {start:yyyy-MM-dd} for {days} days:");
            await DebateRehearsal.RunAsync(services, start.AddDays(days), next => time.MoveToAsync(next, speed, cancellationToken), cancellationToken);
            return ExitCode.Answered;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ServiceProvider Build(IReadOnlyDictionary<string, string?> settings, TimeProvider time, IChannelPoster poster)
    {
        var configuration = new ConfigurationManager();
        configuration.UseBotSources(settings);
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(logging => logging.UseBotLogging(configuration, onlyWarnings: true))
            .AddSingleton(time)
            .AddSingleton(poster)
            .AddHostOptions()
            .AddReadings(configuration)
            .AddStorage()
            .AddSeminar()
            .BuildServiceProvider();
    }

    private static DateTimeOffset Start(string? typed) => typed is null
        ? new DateTimeOffset(TimeProvider.System.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero)
        : DateTimeOffset.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day)
            ? day
            : throw new WrongSettingException($"--from takes a day such as 2026-09-01; “{typed}” is not a day.");

    private static int CheckDays(int typed) => typed is >= 1 and <= MaxDays
        ? typed
        : throw new WrongSettingException($"--days takes a number from 1 to {MaxDays}.");

    private static double? ParseSpeed(string typed) => typed == "max"
        ? null
        : double.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out var times) && times > 0
            ? times
            : throw new WrongSettingException($"--speed takes max or a number above 0; “{typed}” is neither.");

    /// <summary>A clock that moves only when told to.</summary>
    private sealed class RehearsalTime(DateTimeOffset start) : TimeProvider
    {
        private DateTimeOffset now = start;

        public override DateTimeOffset GetUtcNow() => now;

        public async Task MoveToAsync(DateTimeOffset next, double? speed, CancellationToken cancellationToken)
        {
            if (speed is { } times)
            {
                await Task.Delay((next - now) / times, System, cancellationToken);
            }

            now = next;
        }
    }

    /// <summary>Prints what would be posted, with the time.</summary>
    private sealed class RehearsalPoster(TextWriter output, TimeProvider time) : IChannelPoster
    {
        public string Platform => Channel.Platform;

        public Capabilities Capabilities => Capabilities.Posts;

        public async Task<PostOutcome> PostAsync(ChannelPost post, CancellationToken cancellationToken)
        {
            var first = post.Content.Blocks.OfType<TextBlock>().FirstOrDefault()?.Text ?? "";
            var isDebate = post.Content.Blocks.OfType<PollBlock>().Any();
            if (isDebate || post.Content.Blocks is [TextBlock])
            {
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():ddd yyyy-MM-dd HH:mm} UTC  {first}"));
            }

            return new PostOutcome.Posted(new PostedMessage(post.Channel, post.Key));
        }

        public Task<FindOutcome> FindAsync(ChannelPost post, DateTimeOffset since, CancellationToken cancellationToken) =>
            Task.FromResult<FindOutcome>(new FindOutcome.Absent());

        public Task<PostOutcome> EditAsync(PostedMessage message, ChatReply content, CancellationToken cancellationToken) =>
            Task.FromResult<PostOutcome>(new PostOutcome.Refused(TranslatedText.Of(() => "A rehearsal posts nothing.")));
    }
}
