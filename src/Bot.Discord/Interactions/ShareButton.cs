using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Chat.Delivery;
using Bot.Discord.Rendering;
using Bot.Discord.Rest;
using Bot.Storage;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Interactions;

/// <summary>
/// Shows a private reply to its channel, once. Discord sends the message with the button press, so nothing is stored: the button is removed, and a copy is
/// posted for everyone below the name of the member who shared it.
/// </summary>
internal sealed partial class ShareButton(
    CommandBacklog backlog, Func<Interaction, InteractionWebhook> webhookOf, SharedClaims claims, TimeProvider time, ILogger<ShareButton> logger)
{
    private static readonly TimeSpan MaxDelivery = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private readonly RecentEvents shared = new(time, Remembered);

    /// <summary>Removes the button and posts the copy.</summary>
    public async Task ShareAsync(Interaction interaction, IResponder responder, CancellationToken cancellationToken)
    {
        var message = interaction.Message;
        var isPrivate = ((message.At("flags").Number() ?? 0) & DiscordMessage.EphemeralFlag) != 0;
        if (!isPrivate || message.At("id").Text() is not { } id || Copy(message) is not { } copy)
        {
            await InteractionDispatcher.TellAsync(AdapterReplies.OldButton, responder, cancellationToken);
            return;
        }

        var update = InteractionResponse.Update(RemoveShareButton(message));
        if (!shared.TryAdd(id) || !await claims.TryAsync($"{DiscordChannels.Platform}/share {id}", Remembered, cancellationToken))
        {
            await responder.RespondAsync(update, cancellationToken);
            return;
        }

        var acknowledged = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!backlog.TryAdd(interaction.User.Id, givenUp => PostAsync(interaction, copy, acknowledged.Task, givenUp)))
        {
            await InteractionDispatcher.TellAsync(AdapterReplies.Busy, responder, cancellationToken);
            return;
        }

        var sent = false;
        try
        {
            sent = await responder.RespondAsync(update, cancellationToken);
        }
        finally
        {
            acknowledged.SetResult(sent);
        }
    }

    private async Task PostAsync(Interaction interaction, DiscordMessage copy, Task<bool> acknowledged, CancellationToken givenUp)
    {
        if (!await acknowledged)
        {
            return;
        }

        var webhook = webhookOf(interaction);
        foreach (var message in Sign(copy, interaction.User))
        {
            var answer = await webhook.FollowUpAsync(message, MaxDelivery, givenUp);
            if (answer.Explain("show this to everyone", "“Send Messages”") is { } problem)
            {
                LogNotShared(problem);
                var said = AdapterReplies.SayNotShared(DeliveryProblems.ExplainSharing(answer));
                var told = MessageRenderer.Render(said.Blocks, new MessageForm()).ShowTo(memberAlone: true);
                await webhook.FollowUpAsync(told, MaxDelivery, givenUp);
                return;
            }
        }
    }

    // A mention shows the member's name in this server, and notifies no one. If the message is full, the mention gets its own message.
    private static IEnumerable<DiscordMessage> Sign(DiscordMessage copy, ChatUser user)
    {
        var signature = AdapterReplies.SaySharedBy($"<@{user.Id}>");
        if (copy.Layout is { } layout)
        {
            return QuoteLayout.PutBelow(signature, layout) is { } signedLayout
                ? [copy with { Layout = signedLayout }]
                : [new DiscordMessage(signature, [], []), copy];
        }

        var signed = copy.Content.Length == 0 ? signature : $"{signature}\n{copy.Content}";
        return signed.Length <= DiscordLimits.Content ? [copy with { Content = signed }] : [new DiscordMessage(signature, [], []), copy];
    }

    private static DiscordMessage? Copy(JsonElement message)
    {
        if (((message.At("flags").Number() ?? 0) & DiscordMessage.LayoutFlag) != 0)
        {
            var parts = RemoveShareButton(message);
            return parts.Count > 0 ? new DiscordMessage("", [], []) { Layout = [.. parts.OfType<JsonNode>()] } : null;
        }

        var cards = message.At("embeds").Items()
            .Where(card => card.At("description").Text() is not null)
            .Select(card => new Card(card.At("description").Text() ?? "", (int?)card.At("color").Number())
            {
                Title = card.At("title").Text(),
                Url = card.At("url").Text(),
            })
            .ToList();
        var rows = message.At("components").Items()
            .Select(row => new ButtonRow([.. row.At("components").Items().Where(IsOwn).Select(button => new Button(TextOf(button, "label"), TextOf(button, "custom_id")))]))
            .Where(row => row.Components.Count > 0);
        var content = message.At("content").Text() ?? "";
        return content.Length == 0 && cards.Count == 0
            ? null
            : new DiscordMessage(content, cards, [.. rows]);

        static bool IsOwn(JsonElement button) => ButtonId.Read(TextOf(button, "custom_id")) is not null && TextOf(button, "label").Length > 0;

        static string TextOf(JsonElement button, string name) => button.At(name).Text() ?? "";
    }

    // The message's components without the share button.
    private static JsonArray RemoveShareButton(JsonElement message)
    {
        var components = new JsonArray();
        foreach (var component in message.At("components").Items())
        {
            var kept = component.At("components").Items().Where(inner => inner.At("custom_id").Text() != ButtonId.Share).ToList();
            if (component.At("type").Number() != ButtonRow.Row)
            {
                components.Add(JsonNode.Parse(component.GetRawText()));
            }
            else if (kept.Count > 0)
            {
                var buttons = new JsonArray([.. kept.Select(button => JsonNode.Parse(button.GetRawText()))]);
                components.Add(new JsonObject { ["type"] = ButtonRow.Row, ["components"] = buttons });
            }
        }

        return components;
    }

    [LoggerMessage(LogLevel.Warning, "A reply could not be shown to its channel. {Why}")]
    private partial void LogNotShared(string why);
}
