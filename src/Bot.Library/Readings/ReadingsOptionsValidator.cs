using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Library.Readings;

/// <summary>
/// Reports wrong settings by their names in the configuration. The validator that the compiler generates would name the members
/// of a class, which nobody who writes a configuration knows.
/// </summary>
internal sealed class ReadingsOptionsValidator : IValidateOptions<ReadingsOptions>
{
    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, ReadingsOptions options)
    {
        var failures = new List<ValidationResult>();
        return Validator.TryValidateObject(options, new ValidationContext(options), failures, validateAllProperties: true)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(failures.Select(failure => failure.ErrorMessage ?? failure.ToString()));
    }
}
