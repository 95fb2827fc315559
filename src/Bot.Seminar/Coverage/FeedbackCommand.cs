namespace Bot.Seminar.Coverage;

/// <summary>Shows teachers how many answers helped, by command and by reading, and how many questions had no answer.</summary>
internal sealed class FeedbackCommand(ChannelFeedback feedback) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("feedback", "Shows how many answers helped here, and how many questions had none.")
    {
        Examples = ["feedback"],
        Details = "Only numbers of three and more, and not who pressed. They come from the buttons below the answers of ask and counter; each "
            + "member counts once per answer. If “settings reasons:on” allows it, the latest reasons and the latest questions without an answer "
            + "follow, without names.",
        NameInGroup = "numbers",
        ForTeachers = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var numbers = await feedback.OfAsync(request.Command.Channel, cancellationToken);
        return numbers.IsEmpty
            ? ChatReply.Answer(new TextBlock(FeedbackTexts.NothingSaid))
            : ChatReply.Answer(
            [
                .. ShowNumbers(numbers),
                .. ShowLines(FeedbackTexts.WhyHeading, numbers.Why),
                .. ShowLines(FeedbackTexts.QuestionsHeading, numbers.Questions),
            ]);
    }

    private static IEnumerable<ReplyBlock> ShowLines(string heading, IReadOnlyList<string> lines) =>
        lines.Count > 0 ? [new HeadingBlock(heading), new ListBlock(lines)] : [];

    private static IEnumerable<ReplyBlock> ShowNumbers(FeedbackNumbers numbers) =>
    [
        new HeadingBlock(FeedbackTexts.ByCommand),
        new ListBlock([.. numbers.ByCommand.Select(row => FeedbackTexts.FormatOfCommand(row.Of, row.Helpful, row.Unhelpful, row.Unanswered))]),
        .. numbers.ByReading.Count > 0
            ? [new HeadingBlock(FeedbackTexts.ByReading), new ListBlock([.. numbers.ByReading.Select(ShowReading)])]
            : Array.Empty<ReplyBlock>(),
    ];

    private static string ShowReading(FeedbackRow row) => FeedbackTexts.FormatOfReading(row.Of, row.Helpful, row.Unhelpful);
}
