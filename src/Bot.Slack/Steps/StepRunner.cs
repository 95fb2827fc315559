using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Chat.Delivery;
using Bot.Slack.Manifest;
using Bot.Slack.Posting;
using Bot.Slack.Rendering;
using Bot.Slack.Replies;

namespace Bot.Slack.Steps;

/// <summary>
/// Runs workflow steps (https://docs.slack.dev/reference/events/function_executed), and reports their results to Slack. A step has no user, so it has the
/// rights of an ordinary member.
/// </summary>
internal sealed partial class StepRunner(SlackWebApi api, ILogger<StepRunner> logger)
{
    private const string Today = "debate today";
    private const string QuestionCommand = "ask";

    /// <summary>Runs a step.</summary>
    /// <param name="seminar">Runs the commands.</param>
    /// <param name="way">The route to the workflow's channel.</param>
    /// <param name="happened">The event.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task RunAsync(ISeminar seminar, ReplyRoute way, JsonElement happened, CancellationToken cancellationToken)
    {
        CultureInfo.CurrentUICulture = await seminar.LanguageOfAsync(way.Address with { Channel = ChannelOf(happened) }, null, cancellationToken);
        var outcome = await RunStepAsync(seminar, way, happened, cancellationToken);
        var (method, name, value) = outcome.Outputs is { } outputs
            ? ("functions.completeSuccess", "outputs", outputs)
            : ("functions.completeError", "error", (JsonNode)JsonValue.Create(outcome.Problem ?? StepTexts.Failed));
        var arguments = new JsonObject { ["function_execution_id"] = happened.Text("function_execution_id"), [name] = value };
        if (await api.CallAsync(way.Workspace, method, arguments, cancellationToken) is { Problem: { } problem })
        {
            LogUntold(problem);
        }
    }

    private async Task<Outcome> RunStepAsync(ISeminar seminar, ReplyRoute way, JsonElement happened, CancellationToken cancellationToken)
    {
        try
        {
            return happened.Text("function", "callback_id") switch
            {
                WorkflowSteps.Ask => await AskAsync(seminar, way, happened.Text("inputs", WorkflowSteps.Question) ?? "", cancellationToken),
                WorkflowSteps.PostMotion => await PostMotionAsync(seminar, way with { Channel = ChannelOf(happened) }, cancellationToken),
                _ => new Outcome(null, StepTexts.NoSuchStep),
            };
        }
#pragma warning disable CA1031 // Outermost handler: without a result, the step stays unfinished in the workflow.
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFault(fault);
            return new Outcome(null, StepTexts.Failed);
        }
    }

    private static async Task<Outcome> AskAsync(ISeminar seminar, ReplyRoute way, string question, CancellationToken cancellationToken)
    {
        var asked = new ChatCommand { Name = QuestionCommand, Text = question, IsFromProgram = true, Channel = way.Address, User = new ChatUser(way.User) };
        var reply = await seminar.HandleAsync(asked, cancellationToken);

        // The text's destination has no buttons.
        var words = (reply with { Blocks = [.. reply.Blocks.Where(block => block is not ChoicesBlock)] }).ToPlainText();
        return reply.Status == ReplyStatus.Error ? new Outcome(null, words) : new Outcome(
            new JsonObject
            {
                [WorkflowSteps.Answer] = ShortText.Of(words, SlackLimits.MessageLength),
                [WorkflowSteps.IsAnswered] = reply.Status == ReplyStatus.Answered,
            },
            null);
    }

    private async Task<Outcome> PostMotionAsync(ISeminar seminar, ReplyRoute way, CancellationToken cancellationToken)
    {
        if (way.Channel.Length == 0)
        {
            return new Outcome(null, StepTexts.ChooseChannel);
        }

        var asked = new ChatCommand { Name = Today, Channel = way.Address, User = new ChatUser(way.User), Style = CommandStyle.Slash };
        var reply = await seminar.HandleAsync(asked, cancellationToken);
        return reply.Status == ReplyStatus.Answered ? await PostAsync(way, reply, cancellationToken) : new Outcome(null, reply.ToPlainText());
    }

    private async Task<Outcome> PostAsync(ReplyRoute way, ChatReply reply, CancellationToken cancellationToken)
    {
        string? first = null;
        foreach (var message in ReplyMessages.Of(reply))
        {
            var arguments = message.ToJson();
            arguments["channel"] = way.Channel;
            var answer = await api.CallAsync(way.Workspace, "chat.postMessage", arguments, cancellationToken);
            if (answer is not ApiAnswer.Done { Body: var body })
            {
                LogNotPosted(answer.Problem ?? "");
                var isUnseen = answer is ApiAnswer.Refused { Error: "not_in_channel" or "channel_not_found" };
                return new Outcome(null, isUnseen ? StepTexts.NotInChannel : StepTexts.NotPosted);
            }

            first ??= body.Text("ts");
        }

        var link = first is null ? null : await Permalinks.ToAsync(api, way.Address, first, cancellationToken);
        return new Outcome(new JsonObject { [WorkflowSteps.Link] = link?.AbsoluteUri ?? "" }, null);
    }

    // An id, or from some triggers an object that contains it.
    private static string ChannelOf(JsonElement happened) =>
        happened.Text("inputs", WorkflowSteps.Channel) ?? happened.Text("inputs", WorkflowSteps.Channel, "id") ?? "";

    [LoggerMessage(LogLevel.Warning, "The result of a workflow step could not be sent to Slack. {Problem}")]
    private partial void LogUntold(string problem);

    [LoggerMessage(LogLevel.Warning, "A workflow step did not post its message. {Problem}")]
    private partial void LogNotPosted(string problem);

    [LoggerMessage(LogLevel.Error, "A workflow step failed.")]
    private partial void LogFault(Exception fault);

    /// <summary>The result of a step: outputs, or the problem in whole sentences.</summary>
    private sealed record Outcome(JsonObject? Outputs, string? Problem);
}
