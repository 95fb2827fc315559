using System.Text.Json.Nodes;
using Bot.Chat.Delivery;

namespace Bot.Slack.Rendering;

/// <summary>Renders the blocks of a reply in Block Kit.</summary>
internal static class MessageRenderer
{
    /// <summary>The prefix of the ids of buttons that run a command.</summary>
    public const string ChoiceAction = "choice";

    private const string FeedbackAction = "feedback";

    /// <summary>The blocks of a message or a view. The caller ensures that they are within the limits and that choices fit on buttons.</summary>
    public static IReadOnlyList<JsonObject> Render(IReadOnlyList<ReplyBlock> blocks)
    {
        var rendered = new List<JsonObject>();
        var choices = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            switch (blocks[i])
            {
                case QuoteBlock:
                    var run = QuoteRun.TakeRun(blocks, i);
                    rendered.Add(QuoteRenderer.Render(run));
                    i += run.Count - 1;
                    break;
                case HeadingBlock heading:
                    rendered.Add(BlockKit.Header(heading.Text));
                    break;
                case TextBlock text:
                    rendered.Add(BlockKit.RichText(BlockKit.Section(TextRuns.Of(text.Text))));
                    break;
                case FileBlock file:
                    rendered.Add(BlockKit.RichText(BlockKit.Section(BlockKit.Run(file.Name, "bold")), BlockKit.Preformatted(file.Text)));
                    break;
                case ListBlock list:
                    rendered.Add(BlockKit.RichText(BlockKit.Bullets(list.Items.Select(item => BlockKit.Section(TextRuns.Of(item))))));
                    break;
                case PointsBlock points:
                    rendered.Add(BlockKit.RichText(BlockKit.Bullets(points.Points.Select(QuoteRenderer.Render))));
                    break;
                case ChoicesBlock { AskWhetherItHelped: true, Choices: [var yes, var no] } when RenderFeedback(yes, no) is { } feedback:
                    rendered.Add(feedback);
                    break;
                case ChoicesBlock list:
                    rendered.AddRange(RenderButtons(list.Choices, ref choices));
                    break;
                case PollBlock poll:
                    rendered.Add(BlockKit.RichText(BlockKit.Section(BlockKit.Run(poll.Question, "bold"))));
                    rendered.AddRange(RenderButtons(poll.Answers, ref choices));
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(blocks), blocks[i].GetType().Name, "No form for Slack.");
            }
        }

        return rendered;
    }

    // https://docs.slack.dev/reference/block-kit/block-elements/feedback-buttons-element
    private static JsonObject? RenderFeedback(Choice yes, Choice no) =>
        ChoiceCode.Encode(yes, SlackLimits.ButtonValue) is { } yesCode && ChoiceCode.Encode(no, SlackLimits.ButtonValue) is { } noCode
            ? BlockKit.Feedback(FeedbackAction, (yes.Label, yesCode), (no.Label, noCode))
            : null;

    private static IEnumerable<JsonObject> RenderButtons(IReadOnlyList<Choice> choices, ref int count)
    {
        var buttons = new List<JsonObject>();
        foreach (var choice in choices)
        {
            if (ChoiceCode.Encode(choice, SlackLimits.ButtonValue) is { } code)
            {
                buttons.Add(BlockKit.Button(choice.Label, $"{ChoiceAction}:{count++}", code));
            }
        }

        return [.. buttons.Chunk(SlackLimits.Actions).Select(BlockKit.Actions)];
    }
}
