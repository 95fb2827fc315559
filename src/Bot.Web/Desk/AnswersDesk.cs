using Bot.Seminar.Coverage;
using Bot.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bot.Web.Desk;

/// <summary>How many answers helped, and how many questions had none.</summary>
internal sealed class AnswersDesk(DeskFrames frames, ChannelFeedback feedback)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/answers", ShowAsync);

    private async Task<IResult> ShowAsync(HttpContext context, CancellationToken cancellationToken) => PageFrames.Page<AnswersPage>(
        new AnswersModel(frames.Of(context), await feedback.OfAsync(DeskFrames.ChannelOf(context).Address, cancellationToken)));
}

/// <summary>The page of the answers.</summary>
/// <param name="Desk">The frame around it.</param>
/// <param name="Feedback">What members said.</param>
public sealed record AnswersModel(DeskFrame Desk, FeedbackNumbers Feedback);
