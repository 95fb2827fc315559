using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using Bot.Api.Answering;
using Bot.Chat;
using Bot.Chat.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Bot.Api.Mcp;

/// <summary>The tools of the MCP server. Each returns the batch's answer; a call that cannot be served is an error that says how to fix it.</summary>
[McpServerToolType]
internal sealed class SeminarTools(Lookups lookups)
{
    private const string Door = "mcp";
    private const string ReadingOption = "Look in this reading only: its name, as the tool “readings” lists it.";
    private const string Statuses =
        "status is “answered” if the passages probably answer, “unsure” if they are near and may not answer (say so), “abstained” if the readings do not say "
        + "(then say that, and cite nothing).";

    [McpServerTool(Name = "ask", Title = "Ask the readings", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true,
        OutputSchemaType = typeof(JsonAnswer))]
    [Description("Finds up to three passages of the seminar's readings that answer a question: word for word, each with its place, the best first. " + Statuses)]
    public Task<CallToolResult> AskAsync(
        [Description("The question, as a person would ask it.")] string question,
        [Description(ReadingOption)] string? reading = null,
        CancellationToken cancellationToken = default) =>
        AnswerAsync("ask", question, cancellationToken, ("reading", reading));

    [McpServerTool(Name = "find", Title = "Find words", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true,
        OutputSchemaType = typeof(JsonAnswer))]
    [Description("Lists the passages of the readings that contain some words, the best first, five per page. Use it for names, terms and exact phrases.")]
    public Task<CallToolResult> FindAsync(
        [Description("Words; \"exact words\" in quotation marks; -words to leave out.")] string words,
        [Description(ReadingOption)] string? reading = null,
        [Description("Which page of the list, from 1.")] int? page = null,
        CancellationToken cancellationToken = default) =>
        AnswerAsync("find", words, cancellationToken, ("reading", reading), ("page", page?.ToString(CultureInfo.InvariantCulture)));

    [McpServerTool(Name = "counter", Title = "Find counterarguments", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true,
        OutputSchemaType = typeof(JsonAnswer))]
    [Description("Finds what the readings say against a claim. origin says where a passage comes from: “concession” and “same-reading” are the reading that "
        + "makes the claim, “other-reading” is another one. A passage can turn out to support the claim, so read it. " + Statuses)]
    public Task<CallToolResult> CounterAsync(
        [Description("A claim as a whole sentence.")] string claim,
        [Description(ReadingOption)] string? reading = null,
        CancellationToken cancellationToken = default) =>
        AnswerAsync("counter", claim, cancellationToken, ("reading", reading));

    [McpServerTool(Name = "checkquote", Title = "Check a quote", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true,
        OutputSchemaType = typeof(JsonAnswer))]
    [Description("Checks one quote against the readings, word by word. verdict is “verbatim”, “altered” (text lists each change), “stitched” (joined from several "
        + "places) or “not-found”. Check every quote of an answer before you give it, and leave out or correct what is not verbatim.")]
    public Task<CallToolResult> CheckQuoteAsync(
        [Description("The words of one quote, at most 4,000 characters. An ellipsis can replace left-out words, square brackets mark added words.")] string quote,
        CancellationToken cancellationToken = default) =>
        AnswerAsync("checkquote", quote, cancellationToken);

    [McpServerTool(Name = "show", Title = "Show a paragraph", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true,
        OutputSchemaType = typeof(JsonAnswer))]
    [Description("Shows a paragraph of a reading, and the ones before and after it. Read a passage in its context before you say what it means.")]
    public Task<CallToolResult> ShowAsync(
        [Description("The place: ¶9 for a paragraph, ¶9.2 for a sentence.")] string anchor,
        [Description("The reading that the place is in: its name, as the tool “readings” lists it.")] string reading,
        CancellationToken cancellationToken = default) =>
        AnswerAsync("show", anchor, cancellationToken, ("reading", reading));

    [McpServerTool(Name = "readings", Title = "List the readings", ReadOnly = true, Idempotent = true, OpenWorld = false, UseStructuredContent = true,
        OutputSchemaType = typeof(JsonAnswer))]
    [Description("Lists the readings of the seminar with their names, 20 per page; or, with a name, the sections of one reading.")]
    public Task<CallToolResult> ReadingsAsync(
        [Description("A reading's name or words of its title; leave it out for the list.")] string? name = null,
        [Description("Which page of the list, from 1.")] int? page = null,
        CancellationToken cancellationToken = default) =>
        AnswerAsync("readings", name ?? "", cancellationToken, ("page", page?.ToString(CultureInfo.InvariantCulture)));

    /// <summary>An error result, which the assistant can read before it calls again.</summary>
    public static CallToolResult CreateError(string problem) => new() { IsError = true, Content = [new TextContentBlock { Text = problem }] };

    private async Task<CallToolResult> AnswerAsync(
        string command, string text, CancellationToken cancellationToken, params (string Name, string? Value)[] given)
    {
        var options = given.Where(option => option.Value is not null).ToDictionary(option => option.Name, option => option.Value ?? "");
        var lookup = await lookups.AnswerAsync(Door, Door, new JsonRequest(command, text, options), cancellationToken);
        return lookup is null ? CreateError("Too many requests wait already. Please try again in a second.")
            : lookup.Reply.Status == ReplyStatus.Error ? CreateError(lookup.Answer.Text)
            : CreateResult(lookup.Answer);
    }

    // Clients that do not support structured results get the same as text.
    private static CallToolResult CreateResult(JsonAnswer answer) => new()
    {
        Content = [new TextContentBlock { Text = answer.ToJson() }],
        StructuredContent = JsonSerializer.SerializeToElement(answer, JsonForm.Readable.JsonAnswer),
    };
}
