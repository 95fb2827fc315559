using System.Globalization;
using Bot.Chat.Languages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Bot.Web.Pages;

/// <summary>
/// Answers in the language that a reader chose for the pages, else in the first of ours that the browser asks for, else in English. It is put around
/// pages alone: the program's other addresses answer in English.
/// </summary>
internal static class PageLanguage
{
    /// <summary>What an answer depends on besides its address.</summary>
    public const string Vary = "Accept-Language, Cookie";

    private static readonly AcceptLanguageHeaderRequestCultureProvider Header = new() { MaximumAcceptLanguageHeaderValuesToTry = 10 };

    private static readonly RequestLocalizationOptions Languages = new()
    {
        DefaultRequestCulture = new RequestCulture(CultureInfo.InvariantCulture, ReplyLanguages.English),
        SupportedCultures = null,
        SupportedUICultures = [.. ReplyLanguages.All],
        RequestCultureProviders =
        [
            new CookieRequestCultureProvider { CookieName = LanguageChoice.Cookie },
            new CustomRequestCultureProvider(AskedForAsync),
        ],
    };

    /// <summary>Puts it around each page of a group, and around what is written after the page's filters.</summary>
    public static TGroup InTheReadersLanguage<TGroup>(this TGroup pages, IServiceProvider services)
        where TGroup : IEndpointConventionBuilder
    {
        var loggers = services.GetRequiredService<ILoggerFactory>();
        pages.Finally(page =>
        {
            if (page.RequestDelegate is { } answer)
            {
                page.RequestDelegate = new RequestLocalizationMiddleware(answer, Options.Create(Languages), loggers).Invoke;
            }
        });
        return pages;
    }

    // Browsers name countries too, pt-BR, and without the data of cultures nothing else knows that this is Portuguese.
    private static async Task<ProviderCultureResult?> AskedForAsync(HttpContext context) =>
        await Header.DetermineProviderCultureResult(context) is { } asked
            ? new ProviderCultureResult([.. asked.UICultures.Select(name => new StringSegment(ReplyLanguages.Find(name.Value)?.Name ?? name.Value))])
            : null;
}
