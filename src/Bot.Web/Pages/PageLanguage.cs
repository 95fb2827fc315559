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
/// Sets the language of a page: the one that the reader chose, otherwise the first supported one that the browser asks for, otherwise English. It wraps
/// only pages; the program's other addresses answer in English.
/// </summary>
internal static class PageLanguage
{
    /// <summary>The value of the header Vary.</summary>
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
            new CustomRequestCultureProvider(FindAskedForAsync),
        ],
    };

    /// <summary>Wraps each page of a group, including the output after the page's filters.</summary>
    public static TGroup UseReadersLanguage<TGroup>(this TGroup pages, IServiceProvider services)
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

    // Browsers also send countries, such as pt-BR, and without culture data .NET does not know that this is Portuguese.
    private static async Task<ProviderCultureResult?> FindAskedForAsync(HttpContext context) =>
        await Header.DetermineProviderCultureResult(context) is { } asked
            ? new ProviderCultureResult([.. asked.UICultures.Select(name => new StringSegment(ReplyLanguages.Find(name.Value)?.Name ?? name.Value))])
            : null;
}
