using System.Collections.Frozen;

namespace Bot.Seminar.Commands;

/// <summary>
/// Splits letters with a mark, as Unicode's canonical decomposition does. The program runs without the tables of ICU, so <see cref="string.Normalize()"/>
/// changes nothing; this covers the lower-case letters of Latin, Greek and Cyrillic.
/// </summary>
internal static class Diacritics
{
    // Each mark with its pairs of letters: the plain letter, then the marked one.
    private static readonly (char Mark, string Pairs)[] Table =
    [
        ('\u0301', "aáeéiíoóuúyýcćlĺnńrŕsśzźüǘgǵåǻæǽøǿϊΐαάεέηήιίϋΰοόυύωώгѓкќçḉēḗïḯkḱmḿõṍōṓpṕũṹwẃâấăắêếôốơớưứ"),
        ('\u0308', "aäeëiïoöuüyÿιϊυϋеёіїаӓәӛжӝзӟиӥоӧөӫэӭуӱчӵыӹhḧõṏūṻwẅxẍtẗ"),
        ('\u0307', "cċeėgġzżaȧoȯbḃdḋfḟhḣmṁnṅpṗrṙsṡśṥšṧṣṩtṫwẇxẋyẏſẛ"),
        ('\u0323', "bḅdḍhḥkḳlḷmṃnṇrṛsṣtṭvṿwẉzẓaạeẹiịoọơợuụưựyỵ"),
        ('\u0300', "aàeèiìoòuùüǜnǹеѐиѝēḕōṑwẁâầăằêềôồơờưừyỳ"),
        ('\u0304', "aāeēiīoōuūüǖäǟȧǡæǣǫǭöȫõȭȯȱyȳиӣуӯgḡḷḹṛṝ"),
        ('\u030C', "cčdďeělľnňrřsštťzžaǎiǐoǒuǔüǚgǧkǩʒǯjǰhȟ"),
        ('\u0302', "aâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷzẑạậẹệọộ"),
        ('\u0303', "aãnñoõiĩuũvṽâẫăẵeẽêễôỗơỡưữyỹ"),
        ('\u0306', "aăeĕgğiĭoŏuŭийуўжӂаӑеӗȩḝạặ"),
        ('\u0309', "aảâẩăẳeẻêểiỉoỏôổơởuủưửyỷ"),
        ('\u0327', "cçgģkķlļnņrŗsştţeȩdḑhḩ"),
        ('\u0331', "bḇdḏkḵlḻnṉrṟtṯzẕhẖ"),
        ('\u030F', "aȁeȅiȉoȍrȑuȕѵѷ"),
        ('\u0311', "aȃeȇiȋoȏrȓuȗ"),
        ('\u032D', "dḓeḙlḽnṋtṱuṷ"),
        ('\u0328', "aąeęiįuųoǫ"),
        ('\u030A', "aåuůwẘyẙ"),
        ('\u030B', "oőuűуӳ"),
        ('\u0330', "eḛiḭuṵ"),
        ('\u031B', "oơuư"),
        ('\u0326', "sștț"),
    ];

    private static readonly FrozenDictionary<char, (char Letter, char Mark)> Parts = Table
        .SelectMany(row => row.Pairs.Chunk(2).Select(pair => (Marked: pair[1], Parts: (pair[0], row.Mark))))
        .ToFrozenDictionary(entry => entry.Marked, entry => entry.Parts);

    /// <summary>Each letter with a mark, with its plain letter and its mark.</summary>
    public static IEnumerable<(char Marked, char Letter, char Mark)> All => Parts.Select(pair => (pair.Key, pair.Value.Letter, pair.Value.Mark));

    /// <summary>Appends a lower-case letter, split as far as possible.</summary>
    public static void Append(char letter, List<char> target)
    {
        if (letter > '\u007F' && Parts.TryGetValue(letter, out var parts))
        {
            Append(parts.Letter, target);
            target.Add(parts.Mark);
            return;
        }

        target.Add(letter);
    }
}
