using Bot.Chat.Languages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Routing;

namespace Bot.Web.Pages;

/// <summary>Stores the chosen language of the pages in a cookie that contains nothing else.</summary>
internal static class LanguageChoice
{
    /// <summary>The address of the form.</summary>
    public const string Address = "/language";

    /// <summary>The name of the cookie.</summary>
    public const string Cookie = "seminar-bot-language";

    private static readonly TimeSpan CookieLifetime = TimeSpan.FromDays(365);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Address, (Delegate)ChooseAsync).WithMetadata(new OpenToAll());

    private static async Task<IResult> ChooseAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (ReplyLanguages.Find(form["language"].ToString()) is { } language)
        {
            context.Response.Cookies.Append(Cookie, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)), new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                MaxAge = CookieLifetime,
            });
        }

        var then = form["then"].ToString();
        return Results.LocalRedirect(PageAddresses.IsLocal(then) ? then : "/");
    }
}
