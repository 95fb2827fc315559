using System.Runtime.CompilerServices;
using Bot.Library;

namespace Bot.Seminar.Debate;

/// <summary>Offers a few first questions that the readings answer. Platforms show them to members who have not asked anything yet.</summary>
internal sealed class StartersCommand(Starters starters, TimeProvider time) : ISeminarCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "starters";

    private readonly ConditionalWeakTable<ShelfSnapshot, Offer> offers = [];

    /// <inheritdoc />
    public CommandInfo Info { get; } = new(Name, "Offers a few questions to ask.") { IsPersonal = true, IsHidden = true };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var (snapshot, day) = (request.Shelf, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        if (!offers.TryGetValue(snapshot, out var offer) || offer.Day != day)
        {
            offer = new Offer(day, await starters.OfAsync(snapshot, new Random(day.DayNumber), cancellationToken));
            offers.AddOrUpdate(snapshot, offer);
        }

        return offer.Starting is { } starting
            ? ChatReply.Answer(new TextBlock(DebateTexts.BeginWith), new ChoicesBlock(starting.ToChoices()))
            : ChatReply.Abstain(new TextBlock(DebateTexts.NoReadings));
    }

    private sealed record Offer(DateOnly Day, StartingPoints? Starting);
}
