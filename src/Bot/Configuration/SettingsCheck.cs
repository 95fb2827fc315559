using Microsoft.Extensions.Options;

namespace Bot.Configuration;

/// <summary>Turns what the options say of a wrong setting into one sentence for the operator.</summary>
internal static class SettingsCheck
{
    /// <summary>Validates all options that ask for it at the start.</summary>
    /// <exception cref="WrongSettingException">A setting has no value of its kind, or one out of its range.</exception>
    public static void Validate(IServiceProvider services) => Read(() => services.GetService<IStartupValidator>()?.Validate());

    /// <summary>Does something that reads options.</summary>
    /// <exception cref="WrongSettingException">A setting has no value of its kind, or one out of its range.</exception>
    public static void Read(Action readOptions)
    {
        try
        {
            readOptions();
        }
        catch (OptionsValidationException wrong)
        {
            throw new WrongSettingException(string.Join("\n", wrong.Failures.Select(failure => failure.Split(": ", 2)[^1])));
        }
        catch (AggregateException several) when (several.InnerExceptions.All(inner => inner is OptionsValidationException))
        {
            throw new WrongSettingException(string.Join("\n", several.InnerExceptions.Select(inner => inner.Message)));
        }
        catch (InvalidOperationException wrong) when (wrong.Message.StartsWith("Failed to convert configuration value", StringComparison.Ordinal))
        {
            // The binder's own words name the setting, its value and the kind of value.
            throw new WrongSettingException(wrong.Message);
        }
    }
}
