using Bot.Discord.Forms;
using Bot.Discord.Protocol;

namespace Bot.Discord.Interactions;

/// <summary>The first response to an interaction (interactions/receiving-and-responding, “Interaction Response Object”).</summary>
/// <param name="Type">What Discord is to do.</param>
/// <param name="Data">What with; null for nothing.</param>
internal sealed record InteractionResponse(int Type, object? Data = null)
{
    /// <summary>The answer to a ping.</summary>
    public static InteractionResponse Pong { get; } = new(1);

    /// <summary>A message.</summary>
    public static InteractionResponse Message(DiscordMessage message) => new(4, message);

    /// <summary>A sign that the bot works on it; who will see the answer is fixed with it.</summary>
    public static InteractionResponse Deferred(bool isPrivate) => new(5, isPrivate ? new DeferredData(DiscordMessage.EphemeralFlag) : null);

    /// <summary>Other rows of buttons for the message whose button was pressed.</summary>
    public static InteractionResponse Update(System.Text.Json.Nodes.JsonArray components) => new(7, new UpdatedData(components));

    /// <summary>Values that may be meant.</summary>
    public static InteractionResponse Suggestions(IReadOnlyList<SuggestedValue> choices) => new(8, new SuggestionsData(choices));

    /// <summary>A form to fill in.</summary>
    public static InteractionResponse Form(CommandForm form) => new(9, form);

    private sealed record DeferredData(int Flags);

    private sealed record UpdatedData(System.Text.Json.Nodes.JsonArray Components);

    private sealed record SuggestionsData(IReadOnlyList<SuggestedValue> Choices);
}

/// <summary>A value that may be meant.</summary>
/// <param name="Name">What people see.</param>
/// <param name="Value">What the command gets.</param>
internal sealed record SuggestedValue(string Name, string Value);
