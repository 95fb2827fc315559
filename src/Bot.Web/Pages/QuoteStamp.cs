using System.Security.Cryptography;
using System.Text;

namespace Bot.Web.Pages;

/// <summary>A short mark of a quote's words in its address: where the reading says something else by then, the page can tell.</summary>
internal static class QuoteStamp
{
    private const int Digits = 8;

    /// <summary>The mark of some words; how they are spaced makes no difference.</summary>
    public static string Of(string quote)
    {
        var words = string.Concat(quote.Where(sign => !char.IsWhiteSpace(sign)));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..Digits];
    }
}
