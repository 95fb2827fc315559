using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Chat.Languages;

/// <summary>A text in every language of replies, for readers who are not known yet. Its JSON is an object with a text for each language.</summary>
[JsonConverter(typeof(AsObject))]
public sealed class TranslatedText
{
    private readonly IReadOnlyDictionary<string, string> texts;

    private TranslatedText(IReadOnlyDictionary<string, string> texts) => this.texts = texts;

    /// <summary>The text in English.</summary>
    public string English => texts.GetValueOrDefault(ReplyLanguages.English.Name, "");

    /// <summary>Makes the text in every language.</summary>
    /// <param name="say">Makes it in the current language.</param>
    public static TranslatedText Of(Func<string> say) =>
        new(ReplyLanguages.All.ToDictionary(language => language.Name, language => Wording.SayIn(language, say)));

    /// <summary>The text in the language of <see cref="CultureInfo.CurrentUICulture"/>.</summary>
    public override string ToString() => texts.GetValueOrDefault(CultureInfo.CurrentUICulture.Name, English);

    private sealed class AsObject : JsonConverter<TranslatedText>
    {
        // Earlier versions stored the English text alone.
        public override TranslatedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(
            reader.TokenType == JsonTokenType.String
                ? new Dictionary<string, string> { [ReplyLanguages.English.Name] = reader.GetString() ?? "" }
                : JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options) ?? []);

        public override void Write(Utf8JsonWriter writer, TranslatedText value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.texts, options);
    }
}
