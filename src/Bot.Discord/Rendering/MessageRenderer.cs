using Bot.Chat.Delivery;

namespace Bot.Discord.Rendering;

/// <summary>The features that a message can use at its destination.</summary>
/// <param name="HasCards">Whether cards are shown; without the permission “Embed Links” Discord silently hides them.</param>
/// <param name="HasShare">Whether it has the button that shows it to the channel.</param>
/// <param name="HasNativePolls">Whether an open poll becomes a native Discord poll.</param>
/// <param name="HasFiles">Whether files are attached; otherwise their text is part of the message.</param>
/// <param name="HasLayout">Whether cards with links to the reading room become components with a link button.</param>
internal sealed record MessageForm(bool HasCards = true, bool HasShare = false, bool HasNativePolls = false, bool HasFiles = true, bool HasLayout = false);

/// <summary>
/// Renders a reply's blocks as a message: the text before the first quote is the message's text, quotes and later text are on cards (one for consecutive
/// quotes of a reading), and choices are buttons. Without cards everything is text.
/// </summary>
internal sealed class MessageRenderer
{
    private const int MaxLine = 400;
    private const int Answer = 0x1F8B7A;
    private const int Counter = 0xC77D1E;
    private const int Suggestion = 0x8A8F98;

    private readonly MessageForm form;
    private readonly List<Section> sections = [];
    private readonly List<Button> buttons = [];
    private readonly List<Button> lastButtons = [];
    private readonly List<FileBlock> files = [];
    private NativePoll? poll;

    private MessageRenderer(MessageForm form) => this.form = form;

    /// <summary>Renders the message. It can be longer than Discord accepts: see <see cref="Fits"/>.</summary>
    public static DiscordMessage Render(IReadOnlyList<ReplyBlock> blocks, MessageForm form)
    {
        var renderer = new MessageRenderer(form);
        renderer.AddAll(blocks);
        return renderer.Finish();
    }

    /// <summary>Whether a message of these blocks is within Discord's limits and the limit for easy reading.</summary>
    public static bool Fits(IReadOnlyList<ReplyBlock> blocks, MessageForm form)
    {
        var message = Render(blocks, form);
        return message.Content.Length <= DiscordLimits.Content
            && message.Embeds.Count <= DiscordLimits.Cards
            && message.Embeds.All(card => card.Description.Length <= DiscordLimits.CardText)
            && message.Embeds.Sum(card => card.Length) <= DiscordLimits.AllCards
            && message.Length <= DiscordLimits.OfReplies.MessageLength;
    }

    private void AddAll(IReadOnlyList<ReplyBlock> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            switch (blocks[i])
            {
                case QuoteBlock:
                    var run = QuoteRun.TakeRun(blocks, i);
                    AddQuotes(run);
                    i += run.Count - 1;
                    break;
                case HeadingBlock heading when IsOnItsCard(heading, blocks, i):
                    break;
                case HeadingBlock heading:
                    AddHeading($"### {DiscordMarkdown.Escape(ShortenToLine(heading.Text))}", blocks, i);
                    break;
                case TextBlock text:
                    AddWords(DiscordMarkdown.Escape(text.Text), IsAfterHeading(blocks, i));
                    break;
                case FileBlock file when form.HasFiles:
                    files.Add(file);
                    break;
                case FileBlock file:
                    AddWords(DiscordMarkdown.Escape(file.Text), followsClosely: false);
                    break;
                case ListBlock list:
                    AddWords(ListOf(list), IsAfterHeading(blocks, i) || (i > 0 && blocks[i - 1] is TextBlock));
                    break;
                case PointsBlock points:
                    AddWords(string.Join('\n', points.Points.Select(LineOf)), IsAfterHeading(blocks, i) || (i > 0 && blocks[i - 1] is TextBlock));
                    break;
                case PollBlock open when form.HasNativePolls && poll is null && NativePolls.Of(open) is { } native:
                    poll = native;
                    break;
                case PollBlock asked:
                    AddWords($"**{DiscordMarkdown.Escape(ShortenToLine(asked.Question))}**", IsAfterHeading(blocks, i));
                    AddChoices(asked.Answers, buttons);
                    break;
                case ChoicesBlock choices:
                    AddChoices(choices.Choices, choices.AskWhetherItHelped ? lastButtons : buttons);
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(blocks), blocks[i].GetType().Name, "No form for Discord.");
            }
        }
    }

    // A reading's card already shows its title.
    private bool IsOnItsCard(HeadingBlock heading, IReadOnlyList<ReplyBlock> blocks, int i) =>
        form.HasCards && i + 1 < blocks.Count && blocks[i + 1] is QuoteBlock quote && quote.Citation.Title == heading.Text;

    // A heading is on the same card as its quotes.
    private bool OpensCard(IReadOnlyList<ReplyBlock> blocks, int i) =>
        i + 1 < blocks.Count && blocks[i + 1] is QuoteBlock quote
        && !(sections.Count > 0 && sections[^1].IsCard && sections[^1].Takes(quote.Citation.Reading, ColorOf(quote)));

    private static int ColorOf(QuoteBlock quote) => quote switch { { IsSuggestion: true } => Suggestion, { Origin: not null } => Counter, _ => Answer };

    private static bool IsAfterHeading(IReadOnlyList<ReplyBlock> blocks, int i) => i > 0 && blocks[i - 1] is HeadingBlock;

    private static string ListOf(ListBlock list) => string.Join(
        '\n', list.Items.Select(item => $"- {DiscordMarkdown.Escape(item).ReplaceLineEndings("\n").Replace("\n", "\n  ", StringComparison.Ordinal)}"));

    private static string LineOf(Point point)
    {
        var said = $"- {DiscordMarkdown.WriteLink(ShortenToLine(point.Text), point.Message)}{(point.Remark.Length > 0 ? $" {DiscordMarkdown.Escape(point.Remark)}" : "")}";
        return point.Place is { } place ? $"{said}\n  {SourceOf(place, isTitled: false)}" : said;
    }

    // Texts that are never split are shortened, so that one of them never fills a message.
    private static string ShortenToLine(string text) => ShortText.Of(text.ReplaceLineEndings(" "), MaxLine);

    // A part with its own heading does not belong on a reading's card.
    private void AddHeading(string markdown, IReadOnlyList<ReplyBlock> blocks, int i)
    {
        var isForQuotes = i + 1 < blocks.Count && blocks[i + 1] is QuoteBlock;
        var leavesCard = !isForQuotes && sections.Count > 0 && sections[^1] is { IsCard: true, HasSource: true };
        AddWords(markdown, followsClosely: false, leavesCard || OpensCard(blocks, i));
        sections[^1].IsOfBot |= leavesCard;
    }

    private void AddWords(string markdown, bool followsClosely, bool opensCard = false)
    {
        if (string.IsNullOrWhiteSpace(markdown))
        {
            return;
        }

        var isOnCard = form.HasCards && (opensCard || (sections.Count > 0 && sections[^1].IsCard));
        if (sections.Count == 0 || sections[^1].IsCard != isOnCard || opensCard)
        {
            sections.Add(new Section(isOnCard));
            sections[^1].Add(markdown, followsClosely: false);
            return;
        }

        sections[^1].Add(markdown, followsClosely);
    }

    private void AddQuotes(IReadOnlyList<QuoteBlock> run)
    {
        var citation = run[0].Citation;
        var color = ColorOf(run[0]);
        var last = sections.Count > 0 ? sections[^1] : null;
        if (!form.HasCards)
        {
            if (last is null)
            {
                sections.Add(new Section(isCard: false));
            }

            sections[^1].Add(WriteQuote(run, isTitled: false), followsClosely: false);
        }
        else if (last is { IsCard: true } && last.Takes(citation.Reading, color))
        {
            last.Begin(citation, color);
            last.Add(WriteQuote(run, isTitled: true), last.EndsWithHeading);
        }
        else
        {
            sections.Add(new Section(isCard: true));
            sections[^1].Begin(citation, color);
            sections[^1].Add(WriteQuote(run, isTitled: true), followsClosely: false);
        }
    }

    private static string SourceOf(Citation citation, bool isTitled)
    {
        var title = isTitled || citation.IsReadingKnown ? "" : $"{DiscordMarkdown.Escape(citation.ShortTitle)}, ";
        var landmarks = citation.Landmarks.Select(landmark => DiscordMarkdown.Escape(ShortenToLine(landmark)));
        string[] name = citation.IsReadingKnown ? [] : [DiscordMarkdown.Escape(citation.Reading)];
        return $"— {title}{string.Join(", ", [DiscordMarkdown.WriteLink(citation.Label, citation.Link), .. landmarks, .. name])}";
    }

    private static string WriteQuote(IReadOnlyList<QuoteBlock> run, bool isTitled)
    {
        var place = $"-# {SourceOf(QuoteRun.JoinCitations(run), isTitled)}";
        var quote = $"{DiscordMarkdown.Quote(WriteMarked(QuoteRun.JoinText(run)))}\n{place}";
        return run[0].Note is { Length: > 0 } note ? $"*{DiscordMarkdown.Escape(ShortenToLine(note))}*\n{quote}" : quote;
    }

    private static string WriteMarked(QuoteText quote)
    {
        var (marked, at) = ("", 0);
        foreach (var mark in quote.Marks)
        {
            marked += DiscordMarkdown.Escape(quote.Text[at..mark.Start]) + $"**{DiscordMarkdown.Escape(quote.Text[mark.Start..mark.End])}**";
            at = mark.End;
        }

        return marked + DiscordMarkdown.Escape(quote.Text[at..]);
    }

    // Choices that do not fit on buttons were already written as text: see WrittenChoices.
    private void AddChoices(IReadOnlyList<Choice> choices, List<Button> where)
    {
        foreach (var choice in choices)
        {
            if (ButtonId.Of(choice, buttons.Count + lastButtons.Count) is { } id)
            {
                where.Add(new Button(choice.Label, id));
            }
        }
    }

    private DiscordMessage Finish()
    {
        // Discord refuses a message with only buttons as empty.
        if (sections.Count == 0 && poll is null && files.Count == 0)
        {
            AddWords(DiscordMarkdown.Escape(string.Join(" · ", buttons.Concat(lastButtons).Select(button => button.Label))), followsClosely: false);
        }

        if (form.HasShare)
        {
            lastButtons.Add(new Button(AdapterReplies.Share, ButtonId.Share));
        }

        var content = string.Join("\n\n", sections.Where(section => !section.IsCard).Select(section => section.Markdown));
        var message = new DiscordMessage(content, TakeCards(), ButtonRow.Arrange(buttons, lastButtons)) { Poll = poll, Files = files };
        return form.HasLayout ? QuoteLayout.Of(message) : message;
    }

    // Discord's clients merge cards with the same URL and show only the first.
    private List<Card> TakeCards()
    {
        var addresses = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. sections.Where(section => section.IsCard)
                .Select(section => section.ToCard())
                .Select(card => card.Url is null || addresses.Add(card.Url) ? card : card with { Url = null }),
        ];
    }

    /// <summary>A section of the message: text or a card.</summary>
    private sealed class Section(bool isCard)
    {
        private Citation? source;
        private int? color;

        public bool IsCard { get; } = isCard;

        /// <summary>Whether it is a card with only the bot's own words.</summary>
        public bool IsOfBot { get; set; }

        /// <summary>Whether it is the card of a reading.</summary>
        public bool HasSource => source is not null;

        public string Markdown { get; private set; } = "";

        /// <summary>Whether the last line is a heading.</summary>
        public bool EndsWithHeading => LastLine.StartsWith("### ", StringComparison.Ordinal);

        private string LastLine => Markdown[(Markdown.LastIndexOf('\n') + 1)..];

        public void Add(string markdown, bool followsClosely) =>
            Markdown = Markdown.Length == 0 ? markdown : $"{Markdown}{(followsClosely ? "\n" : "\n\n")}{markdown}";

        /// <summary>Whether quotes of this reading can be added to this card.</summary>
        public bool Takes(string reading, int quoteColor) => !IsOfBot && (source is null || (source.Reading == reading && color == quoteColor));

        public void Begin(Citation citation, int quoteColor) => (source, color) = (citation, quoteColor);

        // Escaping can double the length.
        private static string TitleOf(string title) =>
            DiscordMarkdown.Escape(title) is { Length: <= DiscordLimits.CardTitle } whole
                ? whole
                : DiscordMarkdown.Escape(ShortText.Of(title, DiscordLimits.CardTitle / 2));

        public Card ToCard()
        {
            return new Card(Markdown, color)
            {
                Title = source is null ? null : TitleOf(source.Title),
                Url = source?.Link?.AbsoluteUri is { Length: <= DiscordLimits.CardLink } link ? link : null,
                Room = source?.Place?.AbsoluteUri is { Length: <= DiscordLimits.ButtonLink } room ? room : null,
            };
        }
    }
}
