using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Hosting;

/// <summary>The section <c>Telemetry</c>: traces and metrics by OpenTelemetry.</summary>
internal sealed class TelemetryOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Telemetry";

    /// <summary>Whether traces and metrics are sent.</summary>
    public bool Enabled { get; set; }

    /// <summary>The collector's OTLP/gRPC address.</summary>
    [Required(ErrorMessage = "Telemetry:Endpoint is empty. Set it to a collector's address such as http://localhost:4317.")]
    [Url(ErrorMessage = "Telemetry:Endpoint is not an address. Set it to a collector's such as http://localhost:4317.")]
    public string Endpoint { get; set; } = "http://localhost:4317";
}

/// <summary>Checks <see cref="TelemetryOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class TelemetryOptionsValidator : IValidateOptions<TelemetryOptions>;
