using Bot.Web.Members;

namespace Bot.Web.Pages;

/// <summary>The shared data of every page.</summary>
/// <param name="Member">The reader; null if not known.</param>
/// <param name="Token">The token that proves that a form comes from this page.</param>
/// <param name="Channels">The names of the channels.</param>
/// <param name="CanSignIn">Whether there is anything to sign in to.</param>
public sealed record PageFrame(Member? Member, string Token, IReadOnlyList<string> Channels, bool CanSignIn)
{
    /// <summary>The name of the form field of <see cref="Token"/>.</summary>
    public string TokenField { get; init; } = "__RequestVerificationToken";

    /// <summary>The address of the page itself.</summary>
    public string Here { get; init; } = "/";

    /// <summary>The open channel; null on other pages.</summary>
    public string? Channel { get; init; }

    /// <summary>A new id for a form submission, so that submitting it again has no second effect.</summary>
    public static string Once() => Guid.NewGuid().ToString("N");
}
