using System.Security.Cryptography;
using System.Text;

namespace Bot.Web.Pages;

/// <summary>A short hash of a quote's words in its address, which shows if the reading has changed since.</summary>
internal static class QuoteStamp
{
    private const int Digits = 8;

    /// <summary>The hash of some words; spaces are ignored.</summary>
    public static string Of(string quote)
    {
        var words = string.Concat(quote.Where(sign => !char.IsWhiteSpace(sign)));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..Digits];
    }
}
