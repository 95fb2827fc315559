using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Bot.Web.Tests;

/// <summary>A browser without scripts: it stores cookies, reads pages and sends their forms.</summary>
internal sealed class Visitor(Uri address) : IDisposable
{
    private static readonly HtmlParser Parser = new();

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };

    public HttpClient Http => http;

    public async Task<IHtmlDocument> OpenAsync(string path) => await FollowAsync(await http.GetAsync(new Uri(path, UriKind.Relative)));

    /// <summary>Sends a form and follows the redirects.</summary>
    public async Task<IHtmlDocument> SendAsync(IHtmlDocument page, string action, params (string Name, string Value)[] fields) =>
        await FollowAsync(await PostAsync(page, action, fields));

    /// <summary>Sends a form with the hidden fields of the page; the given fields replace them.</summary>
    public Task<HttpResponseMessage> PostAsync(IHtmlDocument page, string action, params (string Name, string Value)[] fields) =>
        PostAsync(action, page.QuerySelector($"form[action='{action}']") ?? page.QuerySelector("form"), fields);

    /// <summary>Sends one form of a page with its hidden fields, which the given fields replace, and follows the redirects.</summary>
    public async Task<IHtmlDocument> SubmitAsync(IElement form, params (string Name, string Value)[] fields) =>
        await FollowAsync(await PostAsync(form.GetAttribute("action") ?? "", form, fields));

    private async Task<HttpResponseMessage> PostAsync(string action, IElement? form, (string Name, string Value)[] fields)
    {
        var given = fields.Select(field => field.Name).ToHashSet();
        var hidden = form?.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Where(input => !given.Contains(input.Name ?? "")) ?? [];
        using var content = new FormUrlEncodedContent(
            hidden.Select(input => KeyValuePair.Create(input.Name ?? "", input.Value)).Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
        return await http.PostAsync(new Uri(action, UriKind.Relative), content);
    }

    public void Dispose() => http.Dispose();

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            return Parser.ParseDocument(await response.Content.ReadAsStringAsync());
        }
    }

    private async Task<IHtmlDocument> FollowAsync(HttpResponseMessage response)
    {
        if (response.Headers.Location is not { } next)
        {
            return await ReadAsync(response);
        }

        response.Dispose();
        return await OpenAsync(next.OriginalString.Split('#')[0]);
    }
}
