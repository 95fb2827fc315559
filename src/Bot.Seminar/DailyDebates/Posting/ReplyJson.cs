using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bot.Seminar.DailyDebates.Posting;

/// <summary>Writes a reply as JSON and reads it again, so that a claimed debate is posted word for word, also after a restart.</summary>
internal static class ReplyJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        IgnoreReadOnlyProperties = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameTheBlocks } },
    };

    public static string Write(ChatReply reply) => JsonSerializer.Serialize(reply, Options);

    public static ChatReply Read(string json) =>
        JsonSerializer.Deserialize<ChatReply>(json, Options) ?? throw new JsonException("The text is not a reply.");

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
