using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Bot.Web.Settings;

/// <summary>The section <c>Web</c>: the bot in a browser.</summary>
internal sealed partial class WebOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Web";

    /// <summary>Whether pages are served.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The channels, separated by commas; the first one opens at the address itself.</summary>
    public string Channels { get; set; } = "seminar";

    /// <summary>The address at which others reach the pages, such as a proxy's; empty if it is the program's own address.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>The password to see the pages; empty if only this machine can see them. A secret.</summary>
    public string Password { get; set; } = "";

    /// <summary>Whether pages without a password are open to everybody, also on other machines.</summary>
    public bool OpenToAll { get; set; }

    /// <summary>The password of teachers; empty if nobody is a teacher in the browser. A secret.</summary>
    public string TeacherPassword { get; set; } = "";

    /// <summary>How many requests a minute from one address are answered.</summary>
    [Range(10, 1_000_000, ErrorMessage = "Web:RequestsPerMinute must be between 10 and 1000000.")]
    public int RequestsPerMinute { get; set; } = 300;

    /// <summary>The names of the channels, in order.</summary>
    public IReadOnlyList<string> ChannelNames => Channels.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary><see cref="PublicUrl"/> as an address; null if it is empty.</summary>
    public Uri? PublicAddress => Uri.TryCreate(PublicUrl, UriKind.Absolute, out var address) ? address : null;

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$")]
    internal static partial Regex ChannelName { get; }
}

/// <summary>Checks <see cref="WebOptions"/>.</summary>
internal sealed class WebOptionsValidator : IValidateOptions<WebOptions>
{
    private const int MinPassword = 12;

    public ValidateOptionsResult Validate(string? name, WebOptions options)
    {
        var failures = ListFailures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> ListFailures(WebOptions options)
    {
        var broken = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), broken, validateAllProperties: true);
        foreach (var failure in broken)
        {
            yield return failure.ErrorMessage ?? failure.ToString();
        }

        var names = options.ChannelNames;
        if (names.Count == 0 || names.Distinct().Count() < names.Count || !names.All(name => WebOptions.ChannelName.IsMatch(name)))
        {
            yield return "Web:Channels must name at least one channel, each once, with lower-case letters, digits and dashes: seminar,week-2.";
        }

        if (options.PublicUrl.Length > 0 && options.PublicAddress is not { Scheme: "http" or "https", Query: "", AbsolutePath: "/" })
        {
            yield return "Web:PublicUrl must be an address without a path, such as https://seminar.example.org.";
        }

        foreach (var (setting, password) in new[] { (nameof(options.Password), options.Password), (nameof(options.TeacherPassword), options.TeacherPassword) })
        {
            if (password.Length is > 0 and < MinPassword)
            {
                yield return $"Web:{setting} is too easy to guess. Set it to at least {MinPassword} characters.";
            }
        }

        if (options.Password.Length > 0 && options.Password == options.TeacherPassword)
        {
            yield return "Web:Password and Web:TeacherPassword are the same, so everybody would be a teacher. Set different ones.";
        }
    }
}
