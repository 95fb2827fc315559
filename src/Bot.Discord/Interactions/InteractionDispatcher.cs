using System.Globalization;
using Bot.Chat.Delivery;
using Bot.Discord.Forms;
using Bot.Discord.Rendering;
using Bot.Discord.Rest;
using Bot.Storage;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Interactions;

/// <summary>Handles interactions from HTTP and the gateway: each once, and each answered in time.</summary>
internal sealed partial class InteractionDispatcher(
    ISeminar seminar,
    InteractionWork work,
    ShareButton sharing,
    AttachmentDownloads downloads,
    SharedClaims claims,
    TimeProvider time,
    ILogger<InteractionDispatcher> logger)
{
    // Discord can deliver an interaction again while its token is valid; the extra minutes cover clock differences.
    private static readonly TimeSpan Remembered = DiscordLimits.TokenLife + TimeSpan.FromMinutes(5);

    private readonly RecentEvents seen = new(time, Remembered);

    /// <summary>Answers an interaction, or acknowledges it and answers it later.</summary>
    public async Task ReceiveAsync(Interaction interaction, IResponder responder, CancellationToken cancellationToken)
    {
        if (interaction.Kind == InteractionKind.Typing)
        {
            await SuggestAsync(interaction, responder, cancellationToken);
        }
        else if (!seen.TryAdd(interaction.Id) || !await claims.TryAsync($"{DiscordChannels.Platform}/{interaction.Id}", Remembered, cancellationToken))
        {
            await responder.PassAsync();
        }
        else
        {
            CultureInfo.CurrentUICulture = await seminar.LanguageOfAsync(interaction.Channel, interaction.Locale, cancellationToken);
            await LeadAsync(interaction, responder, cancellationToken);
        }
    }

    private Task LeadAsync(Interaction interaction, IResponder responder, CancellationToken cancellationToken)
    {
        // Its token has expired. This also rejects replays of old requests.
        if (time.GetUtcNow() - interaction.At > DiscordLimits.TokenLife)
        {
            LogTooOld();
            return TellAsync(AdapterReplies.TooLate, responder, cancellationToken);
        }

        return interaction.Kind switch
        {
            InteractionKind.Command => RunCommandAsync(interaction, responder, cancellationToken),
            InteractionKind.Press => PressAsync(interaction, responder, cancellationToken),
            InteractionKind.Form => RunFormAsync(interaction, responder, cancellationToken),
            _ => TellAsync(AdapterReplies.OldButton, responder, cancellationToken),
        };
    }

    private Task RunCommandAsync(Interaction interaction, IResponder responder, CancellationToken cancellationToken)
    {
        var info = CommandReader.Find(seminar.Commands, interaction);
        var command = CommandReader.Read(info, interaction, downloads.Of(interaction.Files));
        if (info is { ActsOnFiles: true } && interaction.Target is not null && command.Files.Count == 0)
        {
            return TellAsync(AdapterReplies.NoFile, responder, cancellationToken);
        }

        var lacksText = info is not null && interaction.Target is null && command.Files.Count == 0 && string.IsNullOrWhiteSpace(command.Text);
        return lacksText && info is not null && MayUse(info, interaction) && CommandForm.AskForMissingText(info, command, FieldsFor(interaction)) is { } form
            ? responder.RespondAsync(InteractionResponse.OpenForm(form), cancellationToken)
            : RunAsync(interaction, command, responder, cancellationToken);
    }

    private Task PressAsync(Interaction interaction, IResponder responder, CancellationToken cancellationToken)
    {
        if (interaction.CustomId == ButtonId.Share)
        {
            return sharing.ShareAsync(interaction, responder, cancellationToken);
        }

        if (ButtonId.Read(interaction.CustomId) is not { } choice)
        {
            return TellAsync(AdapterReplies.OldButton, responder, cancellationToken);
        }

        var command = new ChatCommand
        {
            Name = choice.Command,
            Text = choice.Text,
            Stamp = choice.Stamp,
            Channel = interaction.Channel,
            User = interaction.User,
            Locale = interaction.Locale,
        };
        return ButtonId.OpensForm(interaction.CustomId) && seminar.Find(command).Info is { } info && MayUse(info, interaction)
            && CommandForm.AskForAll(info, choice.Text, FieldsFor(interaction)) is { } form
            ? responder.RespondAsync(InteractionResponse.OpenForm(form), cancellationToken)
            : RunAsync(interaction, command, responder, cancellationToken);
    }

    private Task RunFormAsync(Interaction interaction, IResponder responder, CancellationToken cancellationToken)
    {
        if (FilledForm.Read(seminar.Commands, interaction.CustomId, interaction.Fields) is not { } form)
        {
            return TellAsync(AdapterReplies.OldButton, responder, cancellationToken);
        }

        var command = new ChatCommand
        {
            Name = form.Command,
            Text = form.Text,
            Options = form.Options,
            Files = downloads.Of(interaction.Files),
            Channel = interaction.Channel,
            User = interaction.User,
            Locale = interaction.Locale,
        };
        return RunAsync(interaction, form.Channel is { } chosen ? PutIn(chosen, command, interaction) : command, responder, cancellationToken);
    }

    // Discord sends the member's permissions in the chosen channel. Only the member who chose it sees the reply.
    private static ChatCommand PutIn(string channel, ChatCommand command, Interaction interaction) =>
        channel == interaction.Channel.Channel ? command : command with
        {
            Channel = new ChannelAddress(DiscordChannels.Platform, interaction.Channel.Space, channel),
            User = command.User with { IsTeacher = interaction.ChosenChannels.GetValueOrDefault(channel).MakeTeacher },
            Wanted = ReplyVisibility.Private,
        };

    private Task RunAsync(Interaction interaction, ChatCommand command, IResponder responder, CancellationToken cancellationToken)
    {
        var found = seminar.Find(interaction.IsInServer ? command : command with { Wanted = ReplyVisibility.Private });
        return found.Info is { NeedsChannel: true } && !interaction.IsInServer
            ? TellAsync(AdapterReplies.NeedsChannel, responder, cancellationToken)
            : work.AnswerAsync(interaction, found, responder, cancellationToken);
    }

    // A member who may not use a command is told at once, not after filling in a form.
    private static bool MayUse(CommandInfo info, Interaction interaction) =>
        (!info.ForTeachers || interaction.User.IsTeacher) && (!info.NeedsChannel || interaction.IsInServer);

    private FormFields FieldsFor(Interaction interaction) => new(seminar.Suggest, interaction.Channel, interaction.PickableChannel);

    private Task<bool> SuggestAsync(Interaction interaction, IResponder responder, CancellationToken cancellationToken)
    {
        var request = CommandReader.Find(seminar.Commands, interaction) is { } info ? CommandReader.ReadTyping(info, interaction) : null;
        var values = (request is null ? [] : seminar.Suggest(request))
            .Where(suggestion => suggestion.Value.Length is > 0 and <= DiscordLimits.Suggestion && suggestion.Label.Length > 0)
            .Take(DiscordLimits.Suggestions)
            .Select(suggestion => new SuggestedValue(ShortText.Of(suggestion.Label, DiscordLimits.Suggestion), suggestion.Value));
        return responder.RespondAsync(InteractionResponse.Suggest([.. values]), cancellationToken);
    }

    /// <summary>Responds with a reply of the adapter that only the member sees.</summary>
    public static Task<bool> TellAsync(ChatReply reply, IResponder responder, CancellationToken cancellationToken) => responder.RespondAsync(
        InteractionResponse.CreateMessage(MessageRenderer.Render(reply.Blocks, new MessageForm()).ShowTo(memberAlone: true)), cancellationToken);

    [LoggerMessage(LogLevel.Warning, "An interaction was older than 15 minutes and was ignored. Is the clock of this machine right?")]
    private partial void LogTooOld();
}
