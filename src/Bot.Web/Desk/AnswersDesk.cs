using Bot.Seminar.Coverage;
using Bot.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bot.Web.Desk;

/// <summary>The desk page with the feedback on answers.</summary>
internal sealed class AnswersDesk(DeskFrames frames, ChannelFeedback feedback)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/answers", ShowAsync);

    private async Task<IResult> ShowAsync(HttpContext context, CancellationToken cancellationToken) => PageFrames.Page<AnswersPage>(
        new AnswersModel(frames.Of(context), await feedback.OfAsync(DeskFrames.ChannelOf(context).Address, cancellationToken)));
}

/// <summary>The model of that page.</summary>
/// <param name="Desk">The frame around it.</param>
/// <param name="Feedback">The feedback.</param>
public sealed record AnswersModel(DeskFrame Desk, FeedbackNumbers Feedback);
