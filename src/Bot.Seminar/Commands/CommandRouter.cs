using Bot.Chat.Delivery;
using Bot.Seminar.Channels;
using Bot.Seminar.Citing;
using Bot.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Seminar.Commands;

/// <summary>Runs the command of each request.</summary>
public sealed partial class CommandRouter : ISeminar
{
    // Members' words must not appear in metrics.
    private const string UnknownCommand = "unknown";

    // The longest label of a choice.
    private const int MaxChoice = 75;

    private readonly CommandCatalogue catalogue;
    private readonly ChannelShelves shelves;
    private readonly CommandTelemetry telemetry;
    private readonly RepliesOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<CommandRouter> logger;
    private readonly FollowUps followUps;
    private readonly ChoiceStamper stamper;

    /// <summary>Creates a router for a catalogue of commands.</summary>
    public CommandRouter(
        CommandCatalogue catalogue,
        ChannelShelves shelves,
        CommandTelemetry telemetry,
        FollowUps followUps,
        IOptions<RepliesOptions> options,
        TimeProvider time,
        ILogger<CommandRouter> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.catalogue = catalogue;
        this.shelves = shelves;
        this.telemetry = telemetry;
        this.options = options.Value;
        this.time = time;
        this.logger = logger;
        this.followUps = followUps;
        stamper = new ChoiceStamper(catalogue, shelves);
    }

    /// <inheritdoc />
    public IReadOnlyList<CommandInfo> Commands => catalogue.Commands;

    /// <inheritdoc />
    public FoundCommand Find(ChatCommand request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (name, text) = (InputText.Clean(request.Name), InputText.Clean(request.Text));
        var isPlain = name == ChatCommand.PlainWords && text.Length > 0;
        if (isPlain && Courtesy.ReplyTo(text) is not null)
        {
            return new FoundCommand(request, null, name, text) { IsCourtesy = true };
        }

        var words = isPlain ? PlainWords.Parse(catalogue, text, shelves.Of(request.Channel).Index.Mentions) : null;
        (name, text) = words is null ? (name, text) : (words.Command, words.Text);
        var (found, rest) = request.IsFromProgram || words is { IsBare: true } ? (catalogue.Find(name), text) : catalogue.Resolve(name, text);
        return new FoundCommand(request, found?.Info, name, rest) { IsBareWords = words is { IsBare: true } };
    }

    /// <inheritdoc />
    public ValueTask<ReplyVisibility> VisibilityOfAsync(FoundCommand command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return ValueTask.FromResult(VisibilityOf(command));
    }

    /// <inheritdoc />
    public IReadOnlyList<Suggestion> Suggest(SuggestionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return OptionSuggestions.Of(catalogue, shelves, request);
    }

    /// <inheritdoc />
    public async Task<ChatReply> HandleAsync(FoundCommand command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        var name = command.Info?.Name ?? UnknownCommand;
        var start = time.GetTimestamp();
        using var activity = telemetry.Start(name, command.Request.Channel.Platform);

        var reply = command.IsCourtesy && Courtesy.ReplyTo(command.Text) is { } courtesy ? ChatReply.Answer(new TextBlock(courtesy))
            : command.Info is { } info ? await AnswerAsync(info, command, cancellationToken)
            : ExplainUnknown(command);

        telemetry.Record(activity, name, reply.Status, time.GetElapsedTime(start));
        var channel = command.Request.Channel;
        return KnownReading.Mark(stamper.Stamp(reply, channel), shelves.Of(channel)) with { Visibility = VisibilityOf(command) };
    }

    private async Task<ChatReply> AnswerAsync(CommandInfo info, FoundCommand found, CancellationToken cancellationToken)
    {
        var command = found.Request;
        if (info.ForTeachers && !command.User.IsTeacher)
        {
            return ChatReply.Error(CommandTexts.FormatForTeachers(info.Name));
        }

        var before = found.IsBareWords ? followUps.FindQuestionBefore(command, VisibilityOf(found), found.Text) : null;
        var text = before is null ? found.Text : $"{before.Question} {found.Text}";
        var length = InputText.CountCharacters(text) + command.Options.Values.Sum(value => InputText.CountCharacters(value));
        if (length > InputText.MaxLength)
        {
            return ChatReply.Error(CommandTexts.FormatTooLong(Count.Of(length), Count.Of(InputText.MaxLength)));
        }

        var snapshot = shelves.Of(command.Channel);
        if (command.Stamp is { } stamp && stamp != ChoiceStamps.Of(snapshot, info, text))
        {
            return AdapterReplies.OldButton;
        }

        var (request, problem) = RequestReader.Read(info, command, text, snapshot);
        if (request is null)
        {
            return ChatReply.Error(problem);
        }

        IReadOnlyList<Citation> quoted = before?.Quoted ?? [];
        NoteQuestion(quoted);
        var budget = new TimeBudget(time, options.LongestLook);
        var reply = CutShort.Tell(await RunAsync(catalogue.Of(info), request with { Earlier = before, Budget = budget }, cancellationToken), budget);
        NoteQuestion([.. quoted, .. reply.Quotes.Select(quote => quote.Citation)]);
        return before is not null
            ? reply with { Blocks = [new TextBlock(CommandTexts.FormatReadTogether(before.Question)), .. reply.Blocks] }
            : reply;

        void NoteQuestion(IReadOnlyList<Citation> places)
        {
            if (info.TakesBareWords && !command.IsFromProgram)
            {
                followUps.Note(command, VisibilityOf(found), before?.Question ?? text, places);
            }
        }
    }

    private async Task<ChatReply> RunAsync(ISeminarCommand found, CommandRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await found.RunAsync(request, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (DatabaseUnavailableException unavailable)
        {
            LogDatabase(found.Info.Name, unavailable.Message);
            return ChatReply.Error(CommandTexts.DatabaseUnavailable) with { IsFault = true };
        }
#pragma warning disable CA1031 // The edge: an exception in one command must not stop the others or the platform's connection.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogFault(fault, found.Info.Name);
            return ChatReply.Error(CommandTexts.Fault) with { IsFault = true };
        }
    }

    private ChatReply ExplainUnknown(FoundCommand command)
    {
        var explained = catalogue.ExplainUnknown(command.Name);
        return command.Text.Length > 0 && catalogue.FindNearest(command.Name) is { } meant
            ? new ChatReply(
                ReplyStatus.Error,
                [new TextBlock(explained), new ChoicesBlock([new Choice(ShortText.Of($"{meant} {command.Text}", MaxChoice), meant, command.Text)])])
            : ChatReply.Error(explained);
    }

    // The same before and after the work, because the platform needs it before.
    private ReplyVisibility VisibilityOf(FoundCommand command) => command.Info switch
    {
        { IsPersonal: true } => ReplyVisibility.Private,

        // Everyone can see “There is no such command” if everyone saw the question.
        null => command.Request.Wanted ?? ReplyVisibility.Private,
        var info => command.Request.Wanted ?? options.Of(info),
    };

    [LoggerMessage(LogLevel.Warning, "The command {Command} cannot run now: {Problem}")]
    private partial void LogDatabase(string command, string problem);

    [LoggerMessage(LogLevel.Error, "The command {Command} failed.")]
    private partial void LogFault(Exception fault, string command);
}
