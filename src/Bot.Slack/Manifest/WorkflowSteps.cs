using System.Text.Json.Nodes;

namespace Bot.Slack.Manifest;

/// <summary>The steps that members can add to workflows, for the manifest: https://docs.slack.dev/workflows/workflow-steps.</summary>
internal static class WorkflowSteps
{
    /// <summary>Answers a question.</summary>
    public const string Ask = "ask_readings";

    /// <summary>Posts today's motion of a channel in it.</summary>
    public const string PostMotion = "post_motion";

    /// <summary>The question.</summary>
    public const string Question = "question";

    /// <summary>The answer from the readings.</summary>
    public const string Answer = "answer";

    /// <summary>Whether the readings answer the question, so that a workflow can branch.</summary>
    public const string IsAnswered = "is_answered";

    /// <summary>The channel whose motion is posted there.</summary>
    public const string Channel = "channel";

    /// <summary>The link to the message.</summary>
    public const string Link = "link";

    /// <summary>The section <c>functions</c> of the manifest.</summary>
    public static JsonObject Define() => new()
    {
        [Ask] = Step(
            "Ask the readings",
            "Answers a question with sentences from the readings, word for word.",
            [(Question, "string", "Question", "What you want to know.")],
            [
                (Answer, "string", "Answer", "The passages with their places, or that the readings do not answer it."),
                (IsAnswered, "boolean", "Is answered", "Whether the readings clearly answer it."),
            ]),
        [PostMotion] = Step(
            "Post today’s motion",
            "Posts a channel’s motion of today, with its vote. Fails if no debate is open there.",
            [(Channel, "slack#/types/channel_id", "Channel", "The channel. The bot must be in it.")],
            [(Link, "string", "Link", "The link to the message.")]),
    };

    private static JsonObject Step(
        string title, string description, (string, string, string, string)[] inputs, (string, string, string, string)[] outputs) => new()
        {
            ["title"] = title,
            ["description"] = description,
            ["input_parameters"] = DefineParameters(inputs),
            ["output_parameters"] = DefineParameters(outputs),
        };

    private static JsonObject DefineParameters((string Name, string Type, string Title, string Description)[] parameters)
    {
        var properties = new JsonObject();
        foreach (var (name, type, title, description) in parameters)
        {
            properties[name] = new JsonObject { ["type"] = type, ["title"] = title, ["description"] = description };
        }

        return new JsonObject
        {
            ["properties"] = properties,
            ["required"] = new JsonArray([.. parameters.Select(parameter => JsonValue.Create(parameter.Name))]),
        };
    }
}
