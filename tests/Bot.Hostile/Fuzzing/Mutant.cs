namespace Bot.Hostile.Fuzzing;

/// <summary>A mutated file, determined by the seed and the number.</summary>
internal static class Mutant
{
    private static readonly IMutation[] Kinds = [new PdfMutation(), new DocxMutation(), MarkupMutation.Html, MarkupMutation.Markdown, MarkupMutation.Text];

    /// <summary>Makes a file; the kinds take turns.</summary>
    public static (string Name, byte[] Content) Make(int seed, int number)
    {
        var kind = Kinds[number % Kinds.Length];
        var chance = new Random(HashCode(seed, number));
        var content = kind.Make(chance);

        // One in eight also has damaged bytes.
        return ($"mutant{kind.Extension}", chance.Next(8) == 0 ? Bytes.Damage(content, chance) : content);
    }

    // The platform's hash code differs between runs.
    private static int HashCode(int seed, int number) => unchecked((int)((((uint)seed * 2654435761u) ^ (uint)number) * 2246822519u));
}
