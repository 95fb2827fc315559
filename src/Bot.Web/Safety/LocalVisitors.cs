using Bot.Http;
using Bot.Web.Settings;
using Microsoft.AspNetCore.Http;

namespace Bot.Web.Safety;

/// <summary>
/// Shows pages without a password only on the same machine, because an address that listens on a network is often meant only for a chat platform. A foreign
/// page whose host name points to this machine is recognised by that name.
/// </summary>
internal sealed class LocalVisitors(Doors doors)
{
    /// <summary>Whether a request is answered at all.</summary>
    public bool Admit(HttpContext context) => doors.AreForOthers || LocalRequest.FindDistance(context) is null;
}
