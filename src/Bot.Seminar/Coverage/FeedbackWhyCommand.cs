namespace Bot.Seminar.Coverage;

/// <summary>Stores one line on why an answer did not help, if the channel's teachers allow it.</summary>
internal sealed class FeedbackWhyCommand(FeedbackReasons reasons, Func<CommandCatalogue> catalogue) : ISeminarCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "feedback why";

    private const int MaxLength = 200;

    /// <inheritdoc />
    public CommandInfo Info { get; } = new(Name, "Tells the teachers in one line why an answer did not help, without your name.")
    {
        NeedsChannel = true,
        Text = new OptionInfo("words", "Why it did not help, in one line.") { Required = true },
        Examples = ["feedback why It quoted the other side of the argument."],
        Details = "Works if a teacher allowed it with “settings reasons:on”. The line is stored for ninety days without its author, so "
            + "“privacy forget” cannot find it: name nobody in it.",
        IsPersonal = true,
        ChangesSomething = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        if (!await reasons.AreKeptAsync(request.Command.Channel, cancellationToken))
        {
            return ChatReply.Error(FeedbackTexts.FormatReasonsNotKept(catalogue().Write(request.Command.Style, "settings reasons:on")));
        }

        var words = request.Text.ReplaceLineEndings(" ");
        if (words.Length > MaxLength)
        {
            return ChatReply.Error(FeedbackTexts.FormatLineTooLong(MaxLength));
        }

        await reasons.AddAsync(request.Command.Channel, FeedbackReasons.Reason, words, cancellationToken);
        return ChatReply.Answer(new TextBlock(FeedbackTexts.ThanksForLine));
    }
}
