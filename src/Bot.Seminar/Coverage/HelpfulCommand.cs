using System.Security.Cryptography;
using System.Text;
using Bot.Chat.Delivery;
using Bot.Seminar.Channels;

namespace Bot.Seminar.Coverage;

/// <summary>Counts whether an answer helped, by channel, command and reading. Only the buttons below an answer use it.</summary>
internal sealed class HelpfulCommand(TouchLog touches, FeedbackReasons reasons, Func<CommandCatalogue> catalogue, TimeProvider time) : ISeminarCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "helpful";

    private const int MaxAnswer = 8;

    // How long presses are remembered, as hashes whose key is only in memory.
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private readonly RecentEvents pressed = new(time, Remembered);

    /// <inheritdoc />
    public CommandInfo Info { get; } = new(Name, "Says whether an answer helped.")
    {
        Text = new OptionInfo("answer", "Whether it helped, and which answer.") { Required = true },
        IsPersonal = true,
        IsHidden = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var isMeant = request.Text.Split(' ') is [("yes" or "no"), _, _, { Length: <= MaxAnswer }];
        if (!isMeant || request.Text.Split(' ') is not [var said, var command, var reading, var answer] || !FeedbackButtons.Kinds.Contains(command))
        {
            return ChatReply.Error(FeedbackTexts.UseButtons);
        }

        if (!pressed.TryAdd(Hash(request.Command, answer)))
        {
            return ChatReply.Answer(new TextBlock(FeedbackTexts.AlreadyCounted));
        }

        var known = request.Shelf.Readings.Any(there => there.Id.Value == reading) ? reading : "";
        touches.Count(request.Command.Channel, known, TouchLog.NameKind(command, said == "yes" ? TouchLog.Helpful : TouchLog.Unhelpful));
        return said == "yes" ? ChatReply.Answer(new TextBlock(FeedbackTexts.Counted))
            : await reasons.AreKeptAsync(request.Command.Channel, cancellationToken)
                ? ChatReply.Answer(new TextBlock(FeedbackTexts.CountedNotHelpful), new TextBlock(SayWhy(request.Command.Style)))
            : ChatReply.Answer(new TextBlock(FeedbackTexts.CountedNotHelpful));
    }

    private string SayWhy(CommandStyle style) => FeedbackTexts.FormatSayWhy(catalogue().Write(style, FeedbackWhyCommand.Name));

    private string Hash(ChatCommand command, string answer) => Convert.ToHexString(HMACSHA256.HashData(
        key, Encoding.UTF8.GetBytes(string.Join('\n', ChannelKey.Of(command.Channel), command.User.Id, answer))));
}
