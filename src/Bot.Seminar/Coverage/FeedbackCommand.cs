namespace Bot.Seminar.Coverage;

/// <summary>Shows teachers how many answers helped, by command and by reading, and how many questions had no answer.</summary>
internal sealed class FeedbackCommand(ChannelFeedback feedback) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("feedback", "Shows how many answers helped here, and how many questions had none.")
    {
        Examples = ["feedback"],
        Details = "Only numbers of three and more; not who pressed or what was asked. They come from the buttons below the answers of ask and "
            + "counter; each member counts once per answer. The latest reasons follow, if “settings reasons:on” allows them.",
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
                .. numbers.Why.Count > 0 ? [new HeadingBlock(FeedbackTexts.WhyHeading), new ListBlock(numbers.Why)] : Array.Empty<ReplyBlock>(),
            ]);
    }

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
