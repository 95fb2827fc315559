using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Bot.Storage;

/// <summary>Checks <see cref="StorageOptions"/>. A message never contains the connection string, because it contains a password.</summary>
internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        var failures = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), failures, validateAllProperties: true);
        var messages = failures.Select(failure => failure.ErrorMessage ?? failure.ToString()).ToList();
        if (!IsConnectionString(options.PostgreSql))
        {
            messages.Add("Storage:PostgreSql is not a connection string. Write one such as Host=db;Database=seminar;Username=bot;Password=…, or leave it empty for SQLite.");
        }

        return messages.Count > 0 ? ValidateOptionsResult.Fail(messages) : ValidateOptionsResult.Success;
    }

    private static bool IsConnectionString(string text)
    {
        try
        {
            return text.Length == 0 || new NpgsqlConnectionStringBuilder(text).Host is { Length: > 0 };
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
