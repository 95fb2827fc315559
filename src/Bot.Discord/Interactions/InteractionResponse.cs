using Bot.Discord.Forms;

namespace Bot.Discord.Interactions;

/// <summary>The first response to an interaction (interactions/receiving-and-responding, “Interaction Response Object”).</summary>
/// <param name="Type">Discord's type number of the response.</param>
/// <param name="Data">The response's data; null if there is none.</param>
internal sealed record InteractionResponse(int Type, object? Data = null)
{
    /// <summary>The answer to a ping.</summary>
    public static InteractionResponse Pong { get; } = new(1);

    /// <summary>A message.</summary>
    public static InteractionResponse CreateMessage(DiscordMessage message) => new(4, message);

    /// <summary>An acknowledgement (“thinking…”), which also fixes who sees the answer.</summary>
    public static InteractionResponse Defer(bool isPrivate) => new(5, isPrivate ? new DeferredData(DiscordMessage.EphemeralFlag) : null);

    /// <summary>New rows of buttons for the message whose button was pressed.</summary>
    public static InteractionResponse Update(System.Text.Json.Nodes.JsonArray components) => new(7, new UpdatedData(components));

    /// <summary>Suggested values.</summary>
    public static InteractionResponse Suggest(IReadOnlyList<SuggestedValue> choices) => new(8, new SuggestionsData(choices));

    /// <summary>A form to fill in.</summary>
    public static InteractionResponse OpenForm(CommandForm form) => new(9, form);

    private sealed record DeferredData(int Flags);

    private sealed record UpdatedData(System.Text.Json.Nodes.JsonArray Components);

    private sealed record SuggestionsData(IReadOnlyList<SuggestedValue> Choices);
}

/// <summary>A suggested value.</summary>
/// <param name="Name">The text that people see.</param>
/// <param name="Value">The value for the command.</param>
internal sealed record SuggestedValue(string Name, string Value);
