using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bot.Chat;

namespace Bot.Seminar.DailyDebates.Posting;

/// <summary>A reply as a text that it can be made from again: what was claimed is posted word for word, whatever happens in between.</summary>
internal static class ReplyJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        IgnoreReadOnlyProperties = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameTheBlocks } },
    };

    public static string Write(ChatReply reply) => JsonSerializer.Serialize(reply, Options);

    public static ChatReply Read(string json) =>
        JsonSerializer.Deserialize<ChatReply>(json, Options) ?? throw new JsonException("The text holds no reply.");

    private static void NameTheBlocks(JsonTypeInfo type)
    {
        if (type.Type == typeof(ReplyBlock))
        {
            type.PolymorphismOptions = new JsonPolymorphismOptions
            {
                DerivedTypes =
                {
                    new JsonDerivedType(typeof(TextBlock), "text"),
                    new JsonDerivedType(typeof(HeadingBlock), "heading"),
                    new JsonDerivedType(typeof(ListBlock), "list"),
                    new JsonDerivedType(typeof(PointsBlock), "points"),
                    new JsonDerivedType(typeof(QuoteBlock), "quote"),
                    new JsonDerivedType(typeof(ChoicesBlock), "choices"),
                    new JsonDerivedType(typeof(PollBlock), "poll"),
                    new JsonDerivedType(typeof(FileBlock), "file"),
                },
            };
        }
    }
}
