using System.Globalization;
using Bot.Chat;
using Bot.Chat.Delivery;
using Bot.Library;
using Bot.Seminar.Citing;
using Bot.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Seminar.Commands;

/// <summary>Leads each request to its command.</summary>
public sealed partial class CommandRouter : ISeminar
{
    // Whatever people type must not become the name of a measurement.
    private const string UnknownCommand = "unknown";

    // The most that a choice may say.
    private const int LongestChoice = 75;

    private readonly CommandCatalogue catalogue;
    private readonly Shelf shelf;
    private readonly CommandTelemetry telemetry;
    private readonly RepliesOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<CommandRouter> logger;
    private readonly FollowUps followUps;
    private readonly ChoiceStamper stamper;

    /// <summary>Makes a router over a catalogue of commands.</summary>
    public CommandRouter(
        CommandCatalogue catalogue,
        Shelf shelf,
        CommandTelemetry telemetry,
        FollowUps followUps,
        IOptions<RepliesOptions> options,
        TimeProvider time,
        ILogger<CommandRouter> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.catalogue = catalogue;
        this.shelf = shelf;
        this.telemetry = telemetry;
        this.options = options.Value;
        this.time = time;
        this.logger = logger;
        this.followUps = followUps;
        stamper = new ChoiceStamper(catalogue, shelf);
    }

    /// <inheritdoc />
    public IReadOnlyList<CommandInfo> Commands => catalogue.Commands;

    /// <inheritdoc />
    public ValueTask<ReplyVisibility> VisibilityOfAsync(ChatCommand command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        return ValueTask.FromResult(VisibilityOf(Read(command).Command, command));
    }

    /// <summary>The name in the catalogue of the command that a request leads to; empty where it leads to none.</summary>
    public string NameOf(ChatCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return Read(command).Command?.Info.Name ?? "";
    }

    /// <inheritdoc />
    public IReadOnlyList<Suggestion> Suggest(SuggestionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return OptionSuggestions.Of(catalogue, shelf.Current, request);
    }

    /// <inheritdoc />
    public async Task<ChatReply> HandleAsync(ChatCommand command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        var read = Read(command);
        var name = read.Command?.Info.Name ?? UnknownCommand;
        var start = time.GetTimestamp();
        using var activity = telemetry.Start(name, command.Channel.Platform);

        var reply = read.Courtesy is { } courtesy ? ChatReply.Answer(new TextBlock(courtesy))
            : read.Command is null ? ExplainUnknown(read)
            : await AnswerAsync(read.Command, command, read, cancellationToken);

        telemetry.Record(activity, name, reply.Status, time.GetElapsedTime(start));
        return OnlyReading.Mark(stamper.Stamp(reply), shelf.Current) with { Visibility = VisibilityOf(read.Command, command) };
    }

    private async Task<ChatReply> AnswerAsync(ISeminarCommand found, ChatCommand command, ReadCommand read, CancellationToken cancellationToken)
    {
        if (found.Info.ForTeachers && !command.User.IsTeacher)
        {
            return ChatReply.Error($"“{found.Info.Name}” is for the teachers of this channel.");
        }

        var length = InputText.Length(read.Text) + command.Options.Values.Sum(value => InputText.Length(value));
        if (length > InputText.MaxLength)
        {
            return ChatReply.Error(string.Create(
                CultureInfo.InvariantCulture,
                $"That is {length:N0} characters long, and {InputText.MaxLength:N0} is the most I read at once. Please shorten it."));
        }

        var snapshot = shelf.Current;
        if (command.Stamp is { } stamp && stamp != ChoiceStamps.Of(snapshot, found.Info, read.Text))
        {
            return AdapterReplies.OldButton;
        }

        var (request, problem) = RequestReader.Read(found.Info, command, read.Text, snapshot.Readings);
        if (request is null)
        {
            return ChatReply.Error(problem);
        }

        IReadOnlyList<Citation> quoted = read.Before?.Quoted ?? [];
        NoteQuestion(quoted);
        var budget = new TimeBudget(time, options.LongestLook);
        var reply = CutShort.Tell(await RunAsync(found, request with { Earlier = read.Before, Budget = budget }, cancellationToken), budget);
        NoteQuestion([.. quoted, .. reply.Quotes.Select(quote => quote.Citation)]);
        return read.Before is { } before
            ? reply with { Blocks = [new TextBlock($"Read together with “{before.Question}”:"), .. reply.Blocks] }
            : reply;

        void NoteQuestion(IReadOnlyList<Citation> places)
        {
            if (found.Info.TakesBareWords && !command.IsFromProgram)
            {
                followUps.Note(command, VisibilityOf(found, command), read.Before?.Question ?? read.Text, places);
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
            return ChatReply.Error(
                "I cannot reach my database at the moment, so debates, votes and settings have to wait; nothing is lost. Please try again in a "
                + "minute. Commands that look something up in the readings work as ever.") with
            { IsFault = true };
        }
#pragma warning disable CA1031 // The edge: a fault in one command must not take the others down, nor the platform's connection.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogFault(fault, found.Info.Name);
            return ChatReply.Error(
                "Something went wrong on my side while I worked on that; it is in the log. "
                + "Please try again, and tell whoever runs this bot if it happens twice.") with
            { IsFault = true };
        }
    }

    private ReadCommand Read(ChatCommand command)
    {
        var (name, text) = (InputText.Clean(command.Name), InputText.Clean(command.Text));
        EarlierQuestion? before = null;
        if (name == ChatCommand.PlainWords && text.Length > 0)
        {
            if (Courtesy.ReplyTo(text) is { } courtesy)
            {
                return new ReadCommand(null, name, text, null) { Courtesy = courtesy };
            }

            var words = PlainWords.Parse(catalogue, text, shelf.Current.Index.Mentions);
            before = words.IsBare ? followUps.QuestionBefore(command, VisibilityOf(catalogue.Find(words.Command), command), words.Text) : null;
            (name, text) = (words.Command, before is null ? words.Text : $"{before.Question} {words.Text}");
        }

        var (found, rest) = command.IsFromProgram ? (catalogue.Find(name), text) : catalogue.Resolve(name, text);
        return new ReadCommand(found, name, rest, before);
    }

    private ChatReply ExplainUnknown(ReadCommand read)
    {
        var explained = catalogue.ExplainUnknown(read.Name);
        return read.Text.Length > 0 && catalogue.NearestTo(read.Name) is { } meant
            ? new ChatReply(
                ReplyStatus.Error,
                [new TextBlock(explained), new ChoicesBlock([new Choice(ShortText.Of($"{meant} {read.Text}", LongestChoice), meant, read.Text)])])
            : ChatReply.Error(explained);
    }

    // The same before and after the work: the platform was told before.
    private ReplyVisibility VisibilityOf(ISeminarCommand? found, ChatCommand command) => found?.Info switch
    {
        { IsPersonal: true } => ReplyVisibility.Private,

        // That there is no such command may be said where it was asked before everyone.
        null => command.Wanted ?? ReplyVisibility.Private,
        var info => command.Wanted ?? options.Of(info),
    };

    [LoggerMessage(LogLevel.Warning, "The command {Command} has to wait: {Problem}")]
    private partial void LogDatabase(string command, string problem);

    [LoggerMessage(LogLevel.Error, "The command {Command} failed.")]
    private partial void LogFault(Exception fault, string command);

    /// <summary>What a request means.</summary>
    /// <param name="Command">The command; null where there is none of the name.</param>
    /// <param name="Name">The name as it was typed, cleaned.</param>
    /// <param name="Text">The command's text, cleaned.</param>
    /// <param name="Before">The question that the text was read with, where it is a follow-up.</param>
    private sealed record ReadCommand(ISeminarCommand? Command, string Name, string Text, EarlierQuestion? Before)
    {
        /// <summary>What to say to a greeting or thanks, which lead to no command.</summary>
        public string? Courtesy { get; init; }
    }
}
