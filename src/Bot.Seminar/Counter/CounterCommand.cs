using Bot.Library;
using Bot.Library.Readings;
using Bot.Seminar.Arguments;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Counter;

/// <summary>Finds what the readings say against a claim, and says where each counterargument comes from.</summary>
internal sealed class CounterCommand(
    ShelfEmbedder embedder, CounterSearch search, CriticalQuestions questions, CuratedCounters? curated = null) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("counter", "Finds what the readings say against a claim.")
    {
        Text = new OptionInfo("claim", "A claim as a whole sentence, or its place.") { Required = true, IsLong = true },
        AnswersItsText = true,
        MessageAction = "Counter this",
        Options = [new OptionInfo("reading", "Look in this reading only.") { Kind = OptionKind.Reading }],
        Examples = ["counter Sanctions will force North Korea to give up its nuclear weapons.", "counter Arms control is recognition."],
        NameInGroup = "claim",
        Details = "Each passage comes with its origin: the reading that makes the claim, the only reading there is, another one, or your teachers’ "
            + "list. The bot cannot be certain which side a passage takes, and says so. If nothing is found, you get critical questions.",
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var snapshot = request.Shelf;
        var there = ClaimAtPlace.Find(request, snapshot.Readings);
        var claim = there ?? request.Text;
        if (!InputText.HasSubject(claim))
        {
            return ChatReply.Error(CounterTexts.FormatNoSubject(Info.Examples[0]));
        }

        var reading = there is null ? request.Option("reading") : null;
        var written = curated is null ? [] : await curated.FindCountersAsync(request.Command.Channel, snapshot.Readings, claim, cancellationToken);
        var found = await search.FindCountersAsync(snapshot, claim, LimitTo(reading), cancellationToken);
        var reply = WordsAloneNote.AddTo(CounterReply.Of(found, written, questions, claim), snapshot, embedder);
        return there is null ? reply : reply with { Blocks = [new TextBlock(CounterTexts.FormatAgainst(claim)), .. reply.Blocks] };
    }

    private static Func<Reading, Paragraph, bool>? LimitTo(string? id) => id is null ? null : (reading, _) => reading.Id.Value == id;
}
