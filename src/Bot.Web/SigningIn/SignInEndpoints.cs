using System.Security.Cryptography;
using System.Text;
using Bot.Web.Members;
using Bot.Web.Pages;
using Bot.Web.Safety;
using Bot.Web.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Web.SigningIn;

/// <summary>Signing in and out with the passwords of the settings.</summary>
internal sealed partial class SignInEndpoints(PageFrames frames, ClientRates rates, IOptions<WebOptions> options, ILogger<SignInEndpoints> logger)
{
    private const string Address = "/sign-in";

    public void Map(IEndpointRouteBuilder routes)
    {
        if (options.Value.Password.Length == 0 && options.Value.TeacherPassword.Length == 0)
        {
            return;
        }

        routes.MapGet(Address, (HttpContext context, string? then) => PageFrames.Page<SignInPage>(new SignIn(frames.Of(context), then ?? "/", null)))
            .WithMetadata(new OpenToAll());
        routes.MapPost(Address, (Delegate)SignInAsync).WithMetadata(new OpenToAll());
        routes.MapPost("/sign-out", (Delegate)SignOutAsync).WithMetadata(new OpenToAll());
    }

    private async Task<IResult> SignInAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (password, then) = (form["password"].ToString(), form["then"].ToString());
        if (!rates.TrySignIn(context))
        {
            return Again("That was tried too often. Please wait a few minutes.", StatusCodes.Status429TooManyRequests);
        }

        var isTeacher = Is(options.Value.TeacherPassword, password);
        if (!isTeacher && !Is(options.Value.Password, password))
        {
            LogRefused();
            return Again("That password is not the right one.", StatusCodes.Status403Forbidden);
        }

        await MemberCookie.WriteAsync(context, PageFrames.MemberOf(context) with { IsTeacher = isTeacher, IsAdmitted = true });
        return Results.LocalRedirect(IsLocal(then) ? then : "/");

        IResult Again(string problem, int status) => PageFrames.Page<SignInPage>(new SignIn(frames.Of(context), then, problem), status);
    }

    private static async Task<IResult> SignOutAsync(HttpContext context)
    {
        await context.SignOutAsync(MemberCookie.Scheme);
        return Results.LocalRedirect("/");
    }

    // In a time that says nothing about how much of it was right.
    private static bool Is(string password, string given) => password.Length > 0
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(password)), SHA256.HashData(Encoding.UTF8.GetBytes(given)));

    private static bool IsLocal(string address) =>
        address is ['/'] or ['/', not ('/' or '\\'), ..] && Uri.IsWellFormedUriString(address, UriKind.Relative);

    [LoggerMessage(LogLevel.Warning, "Somebody tried to sign in to the pages with a wrong password.")]
    private partial void LogRefused();
}

/// <summary>The page to sign in at.</summary>
/// <param name="Frame">The frame around it.</param>
/// <param name="Then">Where to go on from there.</param>
/// <param name="Problem">Why it did not work the last time; null at first.</param>
public sealed record SignIn(PageFrame Frame, string Then, string? Problem);
