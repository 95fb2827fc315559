using Bot.Web.Members;

namespace Bot.Web.Pages;

/// <summary>What every page needs besides its content.</summary>
/// <param name="Member">Who looks at it; null where that is not known.</param>
/// <param name="Token">Proves that a form comes from this page.</param>
/// <param name="Channels">The names of the channels.</param>
/// <param name="CanSignIn">Whether there is anything to sign in to.</param>
public sealed record PageFrame(Member? Member, string Token, IReadOnlyList<string> Channels, bool CanSignIn)
{
    /// <summary>The name of the field that <see cref="Token"/> is sent in.</summary>
    public string TokenField { get; init; } = "__RequestVerificationToken";

    /// <summary>The address of the page itself, to come back to it.</summary>
    public string Here { get; init; } = "/";

    /// <summary>The channel that is open; null outside of channels.</summary>
    public string? Channel { get; init; }

    /// <summary>Names one sending of a form, so that the same one has no second effect.</summary>
    public static string Once() => Guid.NewGuid().ToString("N");
}
