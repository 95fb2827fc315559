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

/// <summary>Signing in and out, with a password or an account.</summary>
internal sealed partial class SignInEndpoints(
    PageFrames frames, ClientRates rates, Doors doors, IOptions<WebOptions> options, IOptions<SignInOptions> accounts, ILogger<SignInEndpoints> logger)
{
    private const string Address = "/sign-in";

    public void Map(IEndpointRouteBuilder routes)
    {
        if (!doors.CanSignIn)
        {
            return;
        }

        var open = routes.MapGroup("").WithMetadata(new OpenToAll());
        open.MapGet(Address, (HttpContext context, string? then) => ShowPage(context, then ?? "/", null));
        open.MapPost("/sign-out", (Delegate)SignOutAsync);
        if (doors.HavePasswords)
        {
            open.MapPost(Address, (Delegate)SignInAsync);
        }

        if (doors.HaveAccounts)
        {
            // A link, because the content security policy does not allow forms that redirect to another host.
            open.MapGet("/sign-in/account", (string? then) => Results.Challenge(
                new AuthenticationProperties { RedirectUri = PageAddresses.IsLocal(then ?? "") ? then : "/" }, [AccountSignIn.Scheme]));
            open.MapGet(AccountSignIn.Refused, (HttpContext context) => ShowPage(
                context, "/", SignInTexts.NoSuchAccount, StatusCodes.Status403Forbidden));
            open.MapGet(AccountSignIn.Failed, (HttpContext context) => ShowPage(
                context, "/", SignInTexts.DidNotWork, StatusCodes.Status403Forbidden));
        }
    }

    private IResult ShowPage(HttpContext context, string then, string? problem, int status = StatusCodes.Status200OK) => PageFrames.Page<SignInPage>(
        new SignIn(frames.Of(context), then, problem)
        {
            HasPasswords = doors.HavePasswords,
            AccountButton = !doors.HaveAccounts ? null
                : accounts.Value.Name is { Length: > 0 } name ? SignInTexts.FormatWithAccount(name)
                : SignInTexts.WithYourAccount,
        },
        status);

    private async Task<IResult> SignInAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (password, then) = (form["password"].ToString(), form["then"].ToString());
        if (!rates.TrySignIn(context))
        {
            return Again(SignInTexts.TooOften, StatusCodes.Status429TooManyRequests);
        }

        var isTeacher = Is(options.Value.TeacherPassword, password);
        if (!isTeacher && !Is(options.Value.Password, password))
        {
            LogRefused();
            return Again(SignInTexts.WrongPassword, StatusCodes.Status403Forbidden);
        }

        await MemberCookie.WriteAsync(context, PageFrames.MemberOf(context) with { IsTeacher = isTeacher, IsAdmitted = true });
        return Results.LocalRedirect(PageAddresses.IsLocal(then) ? then : "/");

        IResult Again(string problem, int status) => ShowPage(context, then, problem, status);
    }

    private static async Task<IResult> SignOutAsync(HttpContext context)
    {
        await context.SignOutAsync(MemberCookie.Scheme);
        return Results.LocalRedirect("/");
    }

    // Constant-time comparison.
    private static bool Is(string password, string given) => password.Length > 0
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(password)), SHA256.HashData(Encoding.UTF8.GetBytes(given)));

    [LoggerMessage(LogLevel.Warning, "Somebody tried to sign in to the pages with a wrong password.")]
    private partial void LogRefused();
}

/// <summary>The model of the sign-in page.</summary>
/// <param name="Frame">The frame around it.</param>
/// <param name="Then">The page to continue with.</param>
/// <param name="Problem">Why the last attempt failed; null at first.</param>
public sealed record SignIn(PageFrame Frame, string Then, string? Problem)
{
    /// <summary>Whether a password can be entered.</summary>
    public bool HasPasswords { get; init; } = true;

    /// <summary>The label of the button for accounts; null if there are none.</summary>
    public string? AccountButton { get; init; }
}
