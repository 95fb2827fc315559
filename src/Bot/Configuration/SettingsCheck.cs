using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Bot.Configuration;

/// <summary>Turns the options' validation errors into one sentence for the operator.</summary>
internal static partial class SettingsCheck
{
    /// <summary>Validates all options that ask for it at the start.</summary>
    /// <exception cref="WrongSettingException">A setting has a value of the wrong type or out of range.</exception>
    public static void Validate(IServiceProvider services) => Read(() => services.GetService<IStartupValidator>()?.Validate());

    /// <summary>Runs code that reads options.</summary>
    /// <exception cref="WrongSettingException">A setting has a value of the wrong type or out of range.</exception>
    public static void Read(Action readOptions)
    {
        try
        {
            readOptions();
        }
        catch (OptionsValidationException wrong)
        {
            throw new WrongSettingException(Explain(wrong));
        }
        catch (AggregateException several) when (several.InnerExceptions.All(inner => inner is OptionsValidationException))
        {
            throw new WrongSettingException(string.Join("\n", several.InnerExceptions.Cast<OptionsValidationException>().Select(Explain)));
        }
        catch (InvalidOperationException wrong) when (wrong.Message.StartsWith("Failed to convert configuration value", StringComparison.Ordinal))
        {
            // The binder's message names the setting, its value and the type.
            throw new WrongSettingException(wrong.Message);
        }
    }

    private static string Explain(OptionsValidationException wrong)
    {
        var type = wrong.OptionsType.Name;
        var section = type.EndsWith("Options", StringComparison.Ordinal) ? type[..^"Options".Length] : type;
        return string.Join("\n", wrong.Failures.Select(failure => Explain(section, failure)));
    }

    private static string Explain(string section, string failure)
    {
        var match = ByAttributes.Match(failure);
        match = match.Success ? match : ByGenerator.Match(failure);
        if (!match.Success)
        {
            return failure;
        }

        var (setting, error) = ($"{section}:{match.Groups["name"].Value}", match.Groups["error"].Value);
        return error.StartsWith($"{section}:", StringComparison.Ordinal) ? error
            : error.StartsWith("The field ", StringComparison.Ordinal) ? FieldName.Replace(error, setting)
            : $"{setting} cannot be used. {error}";
    }

    [GeneratedRegex(@"^The field [\w.]+")]
    private static partial Regex FieldName { get; }

    // The two forms in which validators report: data annotations at run time, and the generated ones.
    [GeneratedRegex(@"members: '(?<name>\w+)' with the error: '(?<error>.+)'\.?$", RegexOptions.Singleline)]
    private static partial Regex ByAttributes { get; }

    [GeneratedRegex(@"^(?:\w+\.)*(?<name>\w+): (?<error>.+)$", RegexOptions.Singleline)]
    private static partial Regex ByGenerator { get; }
}
