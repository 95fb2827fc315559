using Bot.Http;
using Bot.Web.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Bot.Web.Safety;

/// <summary>
/// Keeps pages that have no password for the machine that the program runs on: an address that listens on a network is often meant for a chat
/// platform alone. A page elsewhere whose name was made to lead here sends that name, and is not from here.
/// </summary>
internal sealed class LocalVisitors(IOptions<WebOptions> options)
{
    /// <summary>Whether a request is answered at all.</summary>
    public bool Admit(HttpContext context) => options.Value.Password.Length > 0 || options.Value.OpenToAll || LocalRequest.WhyNot(context) is null;
}
