using System.Globalization;
using Bot.Chat;
using Bot.Library;
using Microsoft.Extensions.Logging;

namespace Bot.Seminar.Commands;

/// <summary>Leads each request to its command. Its <see cref="HandleAsync"/> is the handler that adapters are given.</summary>
public sealed partial class CommandRouter(
    CommandCatalogue catalogue, Shelf shelf, CommandTelemetry telemetry, TimeProvider time, ILogger<CommandRouter> logger)
{
    // Whatever people type must not become the name of a measurement.
    private const string UnknownCommand = "unknown";

    /// <summary>Answers one request, whatever stands in it.</summary>
    /// <exception cref="OperationCanceledException">The caller no longer wants the reply.</exception>
    public async Task<ChatReply> HandleAsync(ChatCommand command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        var found = catalogue.Find(InputText.Clean(command.Name));
        var name = found?.Info.Name ?? UnknownCommand;
        var start = time.GetTimestamp();
        using var activity = telemetry.Start(name, command.Channel.Platform);

        var reply = found is null
            ? ChatReply.Error(catalogue.ExplainUnknown(InputText.Clean(command.Name)))
            : await AnswerAsync(found, command, cancellationToken);

        telemetry.Record(activity, name, reply.Status, time.GetElapsedTime(start));
        return reply;
    }

    private async Task<ChatReply> AnswerAsync(ISeminarCommand found, ChatCommand command, CancellationToken cancellationToken)
    {
        var text = InputText.Clean(command.Text);
        var length = InputText.Length(text) + command.Options.Values.Sum(value => InputText.Length(value));
        if (length > InputText.MaxLength)
        {
            return ChatReply.Error(string.Create(
                CultureInfo.InvariantCulture,
                $"That is {length:N0} characters long, and {InputText.MaxLength:N0} is the most I read at once. Please shorten it."));
        }

        var (request, problem) = RequestReader.Read(found.Info, command, text, shelf.Current.Readings);
        return request is null ? ChatReply.Error(problem) : await RunAsync(found, request, cancellationToken);
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
#pragma warning disable CA1031 // The edge: a fault in one command must not take the others down, nor the platform's connection.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogFault(fault, found.Info.Name);
            return ChatReply.Error(
                "Something went wrong on my side while I worked on that; it is in the log. "
                + "Please try again, and tell whoever runs this bot if it happens twice.");
        }
    }

    [LoggerMessage(LogLevel.Error, "The command {Command} failed.")]
    private partial void LogFault(Exception fault, string command);
}
