using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Chat.Languages;

namespace Bot.Seminar.DailyDebates.Posting;

/// <summary>A report on something that was not posted to a channel. It is stored as data, so that each teacher reads it in their own language.</summary>
[JsonDerivedType(typeof(NoMotion), "no-motion")]
[JsonDerivedType(typeof(Missed), "missed")]
[JsonDerivedType(typeof(NotPosted), "not-posted")]
internal abstract record Report
{
    private const int DaysListed = 5;

    private Report()
    {
    }

    /// <summary>The report as the database stores it.</summary>
    public static string Write(Report report) => JsonSerializer.Serialize(report);

    /// <summary>A stored report in words. Earlier versions stored the words themselves.</summary>
    public static string Describe(string kept) => kept.StartsWith('{')
        ? JsonSerializer.Deserialize<Report>(kept)?.Describe() ?? throw new JsonException("The text is not a report.")
        : kept;

    /// <summary>The report in words.</summary>
    public abstract string Describe();

    /// <summary>The readings had no motion.</summary>
    internal sealed record NoMotion(DateOnly Day) : Report
    {
        public override string Describe() => PostingTexts.FormatNoMotion(Wording.FormatDayOfWeek(Day));
    }

    /// <summary>The program was not running in time.</summary>
    /// <param name="Count">The number of missed days.</param>
    /// <param name="Days">The days; if there are many, only the first and the last.</param>
    /// <param name="Time">The time of the debates: <c>09:00</c>.</param>
    /// <param name="Zone">The time zone.</param>
    internal sealed record Missed(int Count, IReadOnlyList<DateOnly> Days, string Time, string Zone) : Report
    {
        public static Missed Of(IReadOnlyList<DateOnly> days, string time, string zone) =>
            new(days.Count, days.Count <= DaysListed ? days : [days[0], days[^1]], time, zone);

        public override string Describe() => Count switch
        {
            1 => PostingTexts.FormatMissedOne(Wording.FormatDayOfWeek(Days[0]), Time, Zone),
            <= DaysListed => PostingTexts.FormatMissed(ListDays(), Time, Zone),
            _ => PostingTexts.FormatMissedMany(Count, Wording.FormatDayOfWeek(Days[0]), Wording.FormatDayOfWeek(Days[^1]), Time, Zone),
        };

        private string ListDays() => Days.Select(Wording.FormatDayOfWeek).Aggregate((days, day) => PostingTexts.FormatMoreDays(days, day));
    }

    /// <summary>A message was not posted to the channel.</summary>
    /// <param name="Kind">One of <see cref="PostKinds"/>.</param>
    /// <param name="Date">The day of its debate: <c>2026-09-01</c>.</param>
    /// <param name="Why">The reason.</param>
    internal sealed record NotPosted(string Kind, string Date, GivenUp Why) : Report
    {
        public override string Describe() => $"{DescribeState()} {Why.Describe()}".TrimEnd();

        private string DescribeState() => (Kind, Why.Reason) switch
        {
            (PostKinds.Closing, GivenUpReason.MayStand) => PostingTexts.FormatResultMayStand(Date),
            (PostKinds.Recap, GivenUpReason.MayStand) => PostingTexts.FormatRecapMayStand(Date),
            (_, GivenUpReason.MayStand) => PostingTexts.FormatDebateMayStand(Date),
            (PostKinds.Closing, _) => PostingTexts.FormatResultNotPosted(Date),
            (PostKinds.Recap, _) => PostingTexts.FormatRecapNotPosted(Date),
            _ => PostingTexts.FormatDebateNotPosted(Date),
        };
    }
}

/// <summary>Why a message was dropped.</summary>
/// <param name="Reason">The kind of reason.</param>
/// <param name="Problem">The problem and what a person can do; null if that is not known.</param>
internal sealed record GivenUp(GivenUpReason Reason, TranslatedText? Problem = null)
{
    /// <summary>The reason, in whole sentences.</summary>
    public string Describe() => Reason == GivenUpReason.TooLate ? PostingTexts.TooLate : Problem?.ToString() ?? "";
}

/// <summary>The kinds of reasons to drop a message.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<GivenUpReason>))]
internal enum GivenUpReason
{
    /// <summary>The platform refused it.</summary>
    Refused,

    /// <summary>It was too late.</summary>
    TooLate,

    /// <summary>It may have been posted, and the platform does not say.</summary>
    MayStand,
}
