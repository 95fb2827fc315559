using Bot.Http;
using Bot.Web.Settings;
using Microsoft.AspNetCore.Http;

namespace Bot.Web.Safety;

/// <summary>
/// Keeps pages that have no password for the machine that the program runs on: an address that listens on a network is often meant for a chat
/// platform alone. A page elsewhere whose name was made to lead here sends that name, and is not from here.
/// </summary>
internal sealed class LocalVisitors(Doors doors)
{
    /// <summary>Whether a request is answered at all.</summary>
    public bool Admit(HttpContext context) => doors.AreForOthers || LocalRequest.WhyNot(context) is null;
}
