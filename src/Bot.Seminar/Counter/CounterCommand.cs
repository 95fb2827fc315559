using Bot.Chat;
using Bot.Library;
using Bot.Seminar.Arguments;
using Bot.Seminar.Citing;
using Bot.Seminar.Commands;

namespace Bot.Seminar.Counter;

/// <summary>Finds what the readings say against a claim, and says where each counterargument comes from.</summary>
internal sealed class CounterCommand(Shelf shelf, CuratedCounters? curated = null) : ISeminarCommand
{
    private const int MaxCounters = 3;
    private const int MaxQuestions = 3;

    // A further counterargument is worth reading where it answers the claim nearly as well as the first.
    private const double WorthReading = 0.5;

    /// <inheritdoc />
    public CommandInfo Info { get; } = new("counter", "Finds what the readings say against a claim.")
    {
        Text = new OptionInfo("claim", "A whole sentence that somebody maintains, or the place of one.") { Required = true, IsLong = true },
        AnswersItsText = true,
        MessageAction = "Counter this",
        Options = [new OptionInfo("reading", "Look in this reading only.") { Kind = OptionKind.Reading }],
        Examples = ["counter Sanctions will force North Korea to give up its nuclear weapons.", "counter Arms control is recognition."],
        NameInGroup = "claim",
        Details = "Each passage comes with its origin: a concession of an author who shares the claim, the same reading, or another one, "
            + "and with the words that make it a counter. Where the readings hold nothing against the claim you get critical questions.",
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var reply = Run(request);
        if (reply.Status == ReplyStatus.Error)
        {
            return reply;
        }

        var claim = ClaimAtPlace.Read(request, shelf.Current.Readings);
        var written = curated is null ? [] : await curated.AgainstAsync(request.Command.Channel, claim, cancellationToken);
        var found = written.Concat(reply.Blocks.Where(block => !written.Any(other => Meet(other, block)))).ToList();
        return reply with
        {
            Status = written.Count > 0 ? ReplyStatus.Answered : reply.Status,
            Blocks = [.. Named(request, claim), .. found, .. Surroundings([.. found.OfType<QuoteBlock>().Select(quote => quote.Citation)])],
        };
    }

    private ChatReply Run(CommandRequest request)
    {
        var snapshot = shelf.Current;
        var index = snapshot.Index;
        var claim = new Claim(ClaimAtPlace.Read(request, snapshot.Readings), index.Lexicon);
        if (claim.Query.Units.Count == 0)
        {
            return ChatReply.Error($"That claim has only little words. Write what somebody maintains, for example: {Info.Examples[0]}");
        }

        var reading = ClaimAtPlace.IsPlace(request) ? null : request.Option("reading");
        var counters = ArgumentSearch.Run(index, claim, reading is null ? null : candidate => candidate.Id.Value == reading).Against;
        return counters.Count > 0 ? Found(counters) : NoneFound(claim);
    }

    // What the teachers pointed at is not quoted once more.
    private static bool Meet(ReplyBlock one, ReplyBlock other) => one is QuoteBlock { Citation: var a } && other is QuoteBlock { Citation: var b }
        && a.Reading == b.Reading && a.Paragraph == b.Paragraph && a.Sentence <= b.LastSentence && b.Sentence <= a.LastSentence;

    // A place alone says nothing to whoever reads the reply.
    private static IEnumerable<ReplyBlock> Named(CommandRequest request, string claim) =>
        claim != request.Text ? [new TextBlock($"Against “{claim}”:")] : [];

    private static IEnumerable<ReplyBlock> Surroundings(IReadOnlyList<Citation> places)
    {
        var isOneReading = places.Select(place => place.Reading).Distinct().Count() == 1;
        var choices = places
            .DistinctBy(place => (place.Reading, place.Paragraph))
            .Take(MaxCounters)
            .Select(place => new Choice(
                $"Show {(isOneReading ? "" : $"{place.Reading} ")}¶{place.Paragraph}", "show", $"¶{place.Paragraph}.{place.Sentence} reading:{place.Reading}"))
            .ToList();
        return choices.Count > 0 ? [new ChoicesBlock(choices)] : [];
    }

    private static ChatReply Found(IReadOnlyList<Counterargument> counters)
    {
        var chosen = counters
            .Where(counter => counter.Origin == Origin.Concession || counter.Score >= WorthReading * counters[0].Score)
            .OrderByDescending(counter => counter.Origin == Origin.Concession)
            .Take(MaxCounters)
            .ToList();
        var quotes = Quotation.OfAll([.. chosen.Select(counter => counter.Passage)]);
        return ChatReply.Answer([.. quotes.Zip(chosen, Explained)]);
    }

    private static QuoteBlock Explained(QuoteBlock quote, Counterargument counter) => quote with
    {
        Score = Math.Round(counter.Score, 2),
        Origin = counter.Origin,
        Note = $"{Said(counter.Origin)} {counter.Cue}.",
    };

    private static string Said(string origin) => origin switch
    {
        Origin.Concession => "An author who shares the claim",
        Origin.OtherReading => "Another reading",
        _ => "The reading",
    };

    private static ChatReply NoneFound(Claim claim)
    {
        var questions = claim.Lexicon.CriticalQuestions;
        var kind = questions.KindOf(claim.Query.Text);
        return ChatReply.Abstain(
            new TextBlock("The readings hold nothing against that claim."),
            new TextBlock($"{Opening(kind)} Questions that test it (they are questions, not findings):"),
            new ListBlock([.. questions.Of(kind).Take(MaxQuestions)]));
    }

    private static string Opening(string kind) => kind switch
    {
        "cause" => "It says that one thing brings about another.",
        "policy" => "It says what ought to be done or is right.",
        "expert-opinion" => "It leans on somebody’s authority.",
        "comparison" => "It compares.",
        "prediction" => "It says what will come.",
        "example" => "It argues from a case.",
        "sign" => "It takes one thing as a sign of another.",
        "analogy" => "It argues from a likeness.",
        "values" => "It says what is good or bad.",
        "definition" => "It says what something is.",
        "assertion" => "It says how things are.",
        _ => "",
    };
}
