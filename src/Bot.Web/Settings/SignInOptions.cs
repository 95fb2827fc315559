using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Web.Settings;

/// <summary>The section <c>SignIn</c>: signing in to the pages with an account, by OpenID Connect.</summary>
internal sealed class SignInOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "SignIn";

    /// <summary>The address of the issuer of the accounts; empty for only passwords.</summary>
    public string Authority { get; set; } = "";

    /// <summary>The client id of this program at the issuer.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The client secret of this program; empty if the issuer needs none. A secret.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>The name of these accounts on the sign-in page; empty for “your account”, in the language of the page.</summary>
    [StringLength(60, ErrorMessage = "SignIn:Name must have at most 60 characters.")]
    public string Name { get; set; } = "";

    /// <summary>The requested scopes, separated by spaces.</summary>
    public string Scopes { get; set; } = "openid profile";

    /// <summary>The claim that marks teachers, such as <c>roles</c>; empty if no account is a teacher's.</summary>
    public string TeacherClaim { get; set; } = "";

    /// <summary>The values of that claim that mark a teacher, separated by commas.</summary>
    public string TeacherValues { get; set; } = "";

    /// <summary>Whether everybody who has an account there can see the pages; otherwise only teachers.</summary>
    public bool AdmitsAll { get; set; }

    /// <summary>Whether accounts can sign in.</summary>
    internal bool IsOn => Authority.Length > 0;

    /// <summary>The values that mark a teacher, as a list.</summary>
    internal IReadOnlyList<string> TeacherValueList =>
        TeacherValues.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Checks <see cref="SignInOptions"/>.</summary>
internal sealed class SignInOptionsValidator : IValidateOptions<SignInOptions>
{
    public ValidateOptionsResult Validate(string? name, SignInOptions options)
    {
        var broken = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), broken, validateAllProperties: true);
        List<string> failures = [.. broken.Select(failure => failure.ErrorMessage ?? failure.ToString()), .. options.IsOn ? ListFailures(options) : []];
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> ListFailures(SignInOptions options)
    {
        if (!Uri.TryCreate(options.Authority, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || address.IsLoopback))
        {
            yield return "SignIn:Authority must be an address that begins with https. Set it to the issuer’s, such as https://login.example.org/realms/school.";
        }

        if (options.ClientId.Length == 0)
        {
            yield return "SignIn:ClientId is empty. Set it to the client id of this program at the issuer.";
        }

        if (!options.Scopes.Split(' ').Contains("openid"))
        {
            yield return "SignIn:Scopes must contain openid.";
        }

        if (options.TeacherClaim.Length > 0 != options.TeacherValueList.Count > 0)
        {
            yield return "SignIn:TeacherClaim and SignIn:TeacherValues must be set together, for example to roles and teacher.";
        }

        if (options.TeacherClaim.Length == 0 && !options.AdmitsAll)
        {
            yield return "SignIn:Authority admits nobody. Set SignIn:TeacherClaim and SignIn:TeacherValues, or SignIn:AdmitsAll to true.";
        }
    }
}
