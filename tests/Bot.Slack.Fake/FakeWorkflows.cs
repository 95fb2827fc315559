using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Bot.Slack.Fake;

/// <summary>Running workflow steps, each of which ends once: https://docs.slack.dev/reference/events/function_executed. Thread-safe.</summary>
public sealed class FakeWorkflows
{
    private readonly ConcurrentDictionary<string, bool> running = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<EndedStep> ended = new();

    /// <summary>The finished steps, in order.</summary>
    public IReadOnlyList<EndedStep> Ended => [.. ended];

    /// <summary>Starts a step and returns its event.</summary>
    /// <param name="step">The step's id in the manifest.</param>
    /// <param name="execution">The id of this run.</param>
    /// <param name="inputs">The inputs.</param>
    public JsonObject Begin(string step, string execution, JsonObject inputs)
    {
        running[execution] = true;
        return new JsonObject
        {
            ["type"] = "function_executed",
            ["function"] = new JsonObject { ["id"] = "Fn0STEP", ["callback_id"] = step, ["type"] = "app", ["app_id"] = "A0APP" },
            ["inputs"] = inputs,
            ["function_execution_id"] = execution,
            ["workflow_execution_id"] = "Wx0RUN",
            ["event_ts"] = "1750000000.000100",
            ["bot_access_token"] = "xwfp-loopback-token",
        };
    }

    internal JsonObject Answer(ApiCall call)
    {
        var isSuccess = call.Method == "functions.completeSuccess";
        if (isSuccess ? call.Json("outputs") is not JsonObject : call["error"].Length == 0)
        {
            return WebApiMethods.No("invalid_arguments");
        }

        var execution = call["function_execution_id"];
        if (!running.TryUpdate(execution, false, true))
        {
            return WebApiMethods.No(running.ContainsKey(execution) ? "execution_not_in_running_state" : "function_execution_not_found");
        }

        ended.Enqueue(new EndedStep(execution, isSuccess ? call.Json("outputs") as JsonObject : null, call["error"]));
        return WebApiMethods.Yes();
    }
}

/// <summary>A finished step.</summary>
/// <param name="Execution">The id of the run.</param>
/// <param name="Outputs">The outputs; null if it failed.</param>
/// <param name="Error">Why it failed; empty if it did not.</param>
public sealed record EndedStep(string Execution, JsonObject? Outputs, string Error);
