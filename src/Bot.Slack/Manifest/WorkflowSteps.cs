using System.Text.Json.Nodes;

namespace Bot.Slack.Manifest;

/// <summary>The steps that members can put into workflows, as Slack is told of them: https://docs.slack.dev/workflows/workflow-steps.</summary>
internal static class WorkflowSteps
{
    /// <summary>Answers a question.</summary>
    public const string Ask = "ask_readings";

    /// <summary>Posts today's motion of a channel in it.</summary>
    public const string PostMotion = "post_motion";

    /// <summary>What is asked.</summary>
    public const string Question = "question";

    /// <summary>What the readings say.</summary>
    public const string Answer = "answer";

    /// <summary>Whether they say it, so that a workflow can go on in another way where they do not.</summary>
    public const string IsAnswered = "is_answered";

    /// <summary>Whose motion is posted, and where.</summary>
    public const string Channel = "channel";

    /// <summary>Where the message stands.</summary>
    public const string Link = "link";

    /// <summary>The section <c>functions</c> of the manifest.</summary>
    public static JsonObject Definitions() => new()
    {
        [Ask] = Step(
            "Ask the readings",
            "Answers a question with sentences of the readings, word for word.",
            [(Question, "string", "Question", "What you want to know.")],
            [
                (Answer, "string", "Answer", "What the readings say, with the places, or that they do not say."),
                (IsAnswered, "boolean", "Is answered", "Whether the readings surely answer it."),
            ]),
        [PostMotion] = Step(
            "Post today’s motion",
            "Posts the motion that a channel debates today, with its vote. Fails where no debate is open there.",
            [(Channel, "slack#/types/channel_id", "Channel", "The channel, which the bot has to be in.")],
            [(Link, "string", "Link", "Where the message stands.")]),
    };

    private static JsonObject Step(
        string title, string description, (string, string, string, string)[] inputs, (string, string, string, string)[] outputs) => new()
        {
            ["title"] = title,
            ["description"] = description,
            ["input_parameters"] = Parameters(inputs),
            ["output_parameters"] = Parameters(outputs),
        };

    private static JsonObject Parameters((string Name, string Type, string Title, string Description)[] parameters)
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
