using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Hosting;

/// <summary>The section <c>Http</c>: where the host answers browsers, the chat platforms and health checks.</summary>
internal sealed class HttpOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Http";

    /// <summary>Whether anything listens.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The address to listen on. The default can be reached only from this machine.</summary>
    [Required(ErrorMessage = "Http:Url is empty. Set it to an address such as http://127.0.0.1:5080.")]
    [RegularExpression(
        @"^http://(\[[0-9A-Fa-f:]+\]|[A-Za-z0-9.*+-]+)(:[0-9]{1,5})?/?$",
        ErrorMessage = "Http:Url is not an address to listen on. Set it to one such as http://127.0.0.1:5080, or http://0.0.0.0:5080 for every network.")]
    public string Url { get; set; } = "http://127.0.0.1:5080";
}

/// <summary>Checks <see cref="HttpOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class HttpOptionsValidator : IValidateOptions<HttpOptions>;
