using Bot.Web.Members;
using Bot.Web.Settings;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace Bot.Web.Pages;

/// <summary>Builds the responses of pages.</summary>
internal sealed class PageFrames(IAntiforgery antiforgery, Doors doors, IOptions<WebOptions> options)
{
    private static readonly object MemberKey = new();

    /// <summary>Stores the member of a request in the request's context.</summary>
    public static void Remember(HttpContext context, Member member) => context.Items[MemberKey] = member;

    /// <summary>The member of a request that passed the gate.</summary>
    public static Member MemberOf(HttpContext context) => context.Items[MemberKey] as Member
        ?? throw new InvalidOperationException("The request did not come through the gate.");

    /// <summary>The frame of a page.</summary>
    public PageFrame Of(HttpContext context)
    {
        var tokens = antiforgery.GetAndStoreTokens(context);
        return new PageFrame(
            context.Items[MemberKey] as Member,
            tokens.RequestToken ?? "",
            options.Value.ChannelNames,
            doors.CanSignIn)
        {
            TokenField = tokens.FormFieldName,
            Here = PageAddresses.Here(context.Request),
        };
    }

    /// <summary>A page from a component with one parameter, <c>Model</c>.</summary>
    public static IResult Page<TPage>(object model, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new RazorComponentResult<TPage>(new Dictionary<string, object?> { ["Model"] = model }) { StatusCode = status, PreventStreamingRendering = true };

    /// <summary>A page with one message.</summary>
    /// <param name="context">The request.</param>
    /// <param name="member">The member who sent it; null if not known.</param>
    /// <param name="title">The title.</param>
    /// <param name="words">The message, one or two sentences.</param>
    /// <param name="status">The status of the response.</param>
    /// <param name="back">The address of the page to go back to; null for the chat.</param>
    public IResult Say(HttpContext context, Member? member, string title, string words, int status, string? back = null)
    {
        if (member is not null)
        {
            Remember(context, member);
        }

        return Page<NoticePage>(new Notice(Of(context), title, words) { Back = back }, status);
    }
}

/// <summary>A page with one message.</summary>
/// <param name="Frame">The frame around it.</param>
/// <param name="Title">The title.</param>
/// <param name="Words">The message, one or two sentences.</param>
public sealed record Notice(PageFrame Frame, string Title, string Words)
{
    /// <summary>The address of the page to go back to; null for the chat.</summary>
    public string? Back { get; init; }
}
