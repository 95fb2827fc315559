using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Bot.Web.Pages;

/// <summary>The addresses of pages, below the root of the site.</summary>
internal static class PageAddresses
{
    /// <summary>A channel.</summary>
    public static string Channel(string name) => $"/c/{Uri.EscapeDataString(name)}";

    /// <summary>A message of a channel.</summary>
    public static string Entry(string channel, long number) => string.Create(CultureInfo.InvariantCulture, $"{Channel(channel)}#m{number}");

    /// <summary>A file of a message.</summary>
    public static string File(string channel, long number, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{Channel(channel)}/files/{number}/{index}");

    /// <summary>A reading.</summary>
    public static string Reading(string id) => $"/r/{string.Join('/', id.Split('/').Select(Uri.EscapeDataString))}";

    /// <summary>The first sentence of a quote, with the whole quote marked.</summary>
    /// <param name="run">The quote, from <see cref="QuoteRun.TakeRun"/>.</param>
    public static string Quote(IReadOnlyList<QuoteBlock> run)
    {
        var place = QuoteRun.JoinCitations(run);
        var stamp = QuoteStamp.Of(string.Concat(run.Select(quote => quote.Text)));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Reading(place.Reading)}?at={place.Paragraph}.{place.Sentence}-{place.LastSentence}&was={stamp}#p{place.Paragraph}.{place.Sentence}");
    }

    /// <summary>The first sentence of a place.</summary>
    public static string Place(Citation place) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Reading(place.Reading)}?at={place.Paragraph}.{place.Sentence}-{place.LastSentence}#p{place.Paragraph}.{place.Sentence}");

    /// <summary>The teacher's desk for a channel.</summary>
    public static string Desk(string channel) => $"/desk/{Uri.EscapeDataString(channel)}";

    /// <summary>A page of the desk.</summary>
    public static string Desk(string channel, string page) => page.Length > 0 ? $"{Desk(channel)}/{page}" : Desk(channel);

    /// <summary>The debates page of the desk with a day selected.</summary>
    public static string Debates(string channel, DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{Desk(channel, "debates")}?day={day:yyyy-MM-dd}");

    /// <summary>The debates page of the desk for a month.</summary>
    public static string DebatesIn(string channel, DateOnly month) =>
        string.Create(CultureInfo.InvariantCulture, $"{Desk(channel, "debates")}?month={month:yyyy-MM}");

    /// <summary>The address to sign in with an account, and the page to continue with.</summary>
    public static string SignInWithAccount(string then) => $"/sign-in/account?then={Uri.EscapeDataString(then)}";

    /// <summary>The page of a request; for a form, the page that contains it, whose address is the start of the form's address.</summary>
    public static string Here(HttpRequest request)
    {
        var address = request.Path.Value ?? "";
        return !HttpMethods.IsPost(request.Method) ? request.PathBase + request.Path + request.QueryString
            : address.LastIndexOf('/') is > 0 and var end ? address[..end] : "/";
    }

    /// <summary>Whether an address from a form is on this host.</summary>
    public static bool IsLocal(string address) =>
        address is ['/'] or ['/', not ('/' or '\\'), ..] && Uri.IsWellFormedUriString(address, UriKind.Relative);

    /// <summary>The sign-in page, and the page to continue with.</summary>
    public static string SignIn(string then) => $"/sign-in?then={Uri.EscapeDataString(then)}";
}
