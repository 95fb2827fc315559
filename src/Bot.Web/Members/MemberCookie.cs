using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Bot.Web.Members;

/// <summary>Recognises a browser by its cookie. Nothing else about it is stored, and a restart of the program invalidates the cookie.</summary>
internal sealed class MemberCookie
{
    /// <summary>The name of the authentication scheme, which no other part of the program uses.</summary>
    public const string Scheme = "web";

    private const string Teacher = "teacher";
    private const string Admitted = "admitted";

    private int guests;

    /// <summary>The member who sends a request; null for a new browser, or one whose cookie is from an earlier run.</summary>
    public static async Task<Member?> ReadAsync(HttpContext context)
    {
        var outcome = await context.AuthenticateAsync(Scheme);
        if (outcome.Principal is not { } principal || principal.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id)
        {
            return null;
        }

        context.User = principal;
        return new Member(id, principal.Identity?.Name ?? id, principal.IsInRole(Teacher), principal.IsInRole(Admitted));
    }

    /// <summary>Gives a new browser a name and a cookie.</summary>
    public Task<Member> MeetAsync(HttpContext context)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"guest-{Interlocked.Increment(ref guests)}");
        return WriteAsync(context, new Member(Guid.NewGuid().ToString("N"), name, IsTeacher: false, IsAdmitted: false));
    }

    /// <summary>Writes the cookie of a member.</summary>
    public static async Task<Member> WriteAsync(HttpContext context, Member member)
    {
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, member.Id),
                new Claim(ClaimTypes.Name, member.Name),
                .. member.IsTeacher ? [new Claim(ClaimTypes.Role, Teacher)] : Array.Empty<Claim>(),
                .. member.IsAdmitted ? [new Claim(ClaimTypes.Role, Admitted)] : Array.Empty<Claim>(),
            ],
            Scheme);
        var principal = new ClaimsPrincipal(identity);
        await context.SignInAsync(Scheme, principal, new AuthenticationProperties { IsPersistent = true });
        context.User = principal;
        return member;
    }
}
