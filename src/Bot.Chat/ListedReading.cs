using System.Text.Json.Serialization;

namespace Bot.Chat;

/// <summary>A reading in a list of readings.</summary>
/// <param name="Name">The name that <c>reading:</c> takes.</param>
/// <param name="Title">Its title.</param>
/// <param name="Paragraphs">How many paragraphs it has; they are numbered from 1.</param>
public sealed record ListedReading(string Name, string Title, int Paragraphs)
{
    /// <summary>The author; absent if unknown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Author { get; init; }

    /// <summary>The day it was published; absent if that is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Date { get; init; }

    /// <summary>The place of publication from its file; absent if unknown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Source { get; init; }
}
