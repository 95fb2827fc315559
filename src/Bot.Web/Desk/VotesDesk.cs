using Bot.Seminar.DailyDebates.Export;
using Bot.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bot.Web.Desk;

/// <summary>The desk page with the votes of each debate, and the debates as files.</summary>
internal sealed class VotesDesk(DeskFrames frames, DebateResults results)
{
    private const int OnPage = 20;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/votes", ShowAsync);
        routes.MapGet("/votes/csv", (HttpContext context, string? debate, CancellationToken stop) => SaveAsync(context, "csv", debate, stop));
        routes.MapGet("/votes/md", (HttpContext context, string? debate, CancellationToken stop) => SaveAsync(context, "md", debate, stop));
    }

    private async Task<IResult> ShowAsync(HttpContext context, int? skip, CancellationToken cancellationToken)
    {
        var debates = await ListAsync(context, cancellationToken);
        var first = Math.Clamp(skip ?? 0, 0, debates.Count);
        var later = debates.Reverse().Skip(first).ToList();
        return PageFrames.Page<VotesPage>(new VotesModel(frames.Of(context), [.. later.Take(OnPage)])
        {
            Earlier = later.Count > OnPage ? first + OnPage : null,
        });
    }

    private async Task<IResult> SaveAsync(HttpContext context, string form, string? debate, CancellationToken cancellationToken)
    {
        var debates = (await ListAsync(context, cancellationToken)).Where(there => debate is null || there.Id == debate).ToList();
        var file = form == "csv" ? DebateFiles.WriteCsv(debates) : DebateFiles.WriteMarkdown(debates);
        return Results.File(file.ToBytes(), file.MediaType, debate is null ? file.Name : $"debate-{debates.FirstOrDefault()?.Date}.{form}");
    }

    private Task<IReadOnlyList<DebateResult>> ListAsync(HttpContext context, CancellationToken cancellationToken) =>
        results.OfAsync(DeskFrames.ChannelOf(context).Address, cancellationToken);
}

/// <summary>The model of that page.</summary>
/// <param name="Desk">The frame around it.</param>
/// <param name="Debates">The shown debates, the newest first.</param>
public sealed record VotesModel(DeskFrame Desk, IReadOnlyList<DebateResult> Debates)
{
    /// <summary>How many debates the next page skips; null if there are no earlier ones.</summary>
    public int? Earlier { get; init; }
}
