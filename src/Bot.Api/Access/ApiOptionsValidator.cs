using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Api.Access;

/// <summary>Checks <see cref="ApiOptions"/>. Its messages never contain a key.</summary>
internal sealed class ApiOptionsValidator : IValidateOptions<ApiOptions>
{
    public ValidateOptionsResult Validate(string? name, ApiOptions options)
    {
        var failures = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), failures, validateAllProperties: true);
        var wrong = failures.Select(failure => failure.ErrorMessage ?? failure.ToString()).ToList();
        if (!options.KeyList.All(ApiKeys.IsUsable))
        {
            wrong.Add(
                "Api:Keys contains a value that is not a key. A key has 32 to 200 letters, digits and signs of -._~+/=, such as the output of “openssl rand -hex 32”; "
                + "its hash is written sha256: and 64 hexadecimal digits. Separate several with commas.");
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
