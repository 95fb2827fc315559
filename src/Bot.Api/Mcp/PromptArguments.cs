using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace Bot.Api.Mcp;

/// <summary>Checks the arguments of a prompt, which are texts.</summary>
internal static class PromptArguments
{
    /// <summary>The problem with the arguments; null for none.</summary>
    public static string? FindProblem(Prompt prompt, IDictionary<string, JsonElement> given)
    {
        var known = prompt.Arguments ?? [];
        if (given.Keys.FirstOrDefault(name => known.All(argument => argument.Name != name)) is { } unknown)
        {
            return $"“{prompt.Name}” has no argument “{unknown}”. It takes {string.Join(", ", known.Select(argument => argument.Name))}.";
        }

        if (known.FirstOrDefault(argument => argument.Required == true && !given.ContainsKey(argument.Name)) is { } missing)
        {
            return $"“{prompt.Name}” needs the argument “{missing.Name}”.";
        }

        return given.Where(argument => !JsonTexts.IsText(argument.Value))
            .Select(argument => $"The argument “{argument.Key}” must be a text.")
            .FirstOrDefault();
    }
}
