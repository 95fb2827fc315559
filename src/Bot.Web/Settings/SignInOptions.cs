using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Web.Settings;

/// <summary>The section <c>SignIn</c>: signing in to the pages with an account elsewhere, by OpenID Connect.</summary>
internal sealed class SignInOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "SignIn";

    /// <summary>The address of the issuer of the accounts; empty for passwords alone.</summary>
    public string Authority { get; set; } = "";

    /// <summary>What the issuer calls this program.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>What this program proves itself with; empty where the issuer asks for nothing. A secret.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>What people call these accounts, on the page to sign in at; empty for “your account”, in the language of the page.</summary>
    [StringLength(60, ErrorMessage = "SignIn:Name must have at most 60 characters.")]
    public string Name { get; set; } = "";

    /// <summary>What is asked of the issuer, with spaces.</summary>
    public string Scopes { get; set; } = "openid profile";

    /// <summary>The claim that tells teachers, such as <c>roles</c>; empty where no account makes a teacher.</summary>
    public string TeacherClaim { get; set; } = "";

    /// <summary>The values of that claim that make a teacher, with commas.</summary>
    public string TeacherValues { get; set; } = "";

    /// <summary>Whether everybody who has an account there may see the pages; teachers alone otherwise.</summary>
    public bool AdmitsAll { get; set; }

    /// <summary>Whether there are accounts to sign in with.</summary>
    internal bool IsOn => Authority.Length > 0;

    /// <summary>The values that make a teacher.</summary>
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
        List<string> failures = [.. broken.Select(failure => failure.ErrorMessage ?? failure.ToString()), .. options.IsOn ? Failures(options) : []];
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(SignInOptions options)
    {
        if (!Uri.TryCreate(options.Authority, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || address.IsLoopback))
        {
            yield return "SignIn:Authority is no address that begins with https. Set it to the issuer’s, such as https://login.example.org/realms/school.";
        }

        if (options.ClientId.Length == 0)
        {
            yield return "SignIn:ClientId is empty. Set it to what the issuer calls this program.";
        }

        if (!options.Scopes.Split(' ').Contains("openid"))
        {
            yield return "SignIn:Scopes must hold openid.";
        }

        if (options.TeacherClaim.Length > 0 != options.TeacherValueList.Count > 0)
        {
            yield return "SignIn:TeacherClaim and SignIn:TeacherValues belong together. Set both, such as roles and teacher.";
        }

        if (options.TeacherClaim.Length == 0 && !options.AdmitsAll)
        {
            yield return "SignIn:Authority lets nobody in. Set SignIn:TeacherClaim and SignIn:TeacherValues, or SignIn:AdmitsAll to true.";
        }
    }
}
