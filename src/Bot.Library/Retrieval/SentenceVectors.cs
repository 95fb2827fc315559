using System.Numerics.Tensors;

namespace Bot.Library.Retrieval;

/// <summary>The vectors of a reading's sentences, in one array, in half precision. Immutable.</summary>
internal sealed class SentenceVectors
{
    private readonly Half[] numbers;
    private readonly float[] windowLengths;

    /// <summary>Wraps the numbers.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="width">The number of numbers in a vector.</param>
    /// <param name="numbers">The vectors of length 1 one after the other, first those of the sentences, then those of their places.</param>
    public SentenceVectors(IndexedReading reading, int width, Half[] numbers)
    {
        Reading = reading;
        Width = width;
        this.numbers = numbers;
        windowLengths = MeasureWindows();
    }

    public IndexedReading Reading { get; }

    public int Width { get; }

    public int Count => Reading.Sentences.Count;

    /// <summary>A sentence's vector.</summary>
    public float[] Of(int sentence)
    {
        var vector = new float[Width];
        TensorPrimitives.ConvertToSingle(ReadNumbers(sentence), vector);
        return vector;
    }

    /// <summary>A sentence's vector, not copied.</summary>
    public ReadOnlyMemory<Half> ViewOf(int sentence) => numbers.AsMemory(sentence * Width, Width);

    /// <summary>The cosine of each sentence, and of its window, with a query. The window's vector is the mean of its sentences'.</summary>
    /// <param name="query">A vector of length 1.</param>
    /// <param name="sentences">Receives the cosines of the sentences.</param>
    /// <param name="windows">Receives the cosines of the windows.</param>
    public void ComputeCosines(ReadOnlySpan<float> query, Span<float> sentences, Span<float> windows)
    {
        ComputeDots(query, 0, sentences);
        for (var i = 0; i < Count; i++)
        {
            var sum = sentences[i];
            sum += Reading.AreInOneParagraph(i, i - 1) ? sentences[i - 1] : 0;
            sum += Reading.AreInOneParagraph(i, i + 1) ? sentences[i + 1] : 0;
            windows[i] = sum / windowLengths[i];
        }
    }

    /// <summary>The cosine of the place of each sentence with a query.</summary>
    /// <param name="query">A vector of length 1.</param>
    /// <param name="places">Receives one cosine for each sentence.</param>
    public void PlaceCosines(ReadOnlySpan<float> query, Span<float> places)
    {
        var cosines = new float[Reading.Places.Count];
        ComputeDots(query, Count, cosines);
        for (var i = 0; i < Count; i++)
        {
            places[i] = cosines[Reading.PlaceOf(i)];
        }
    }

    private void ComputeDots(ReadOnlySpan<float> query, int first, Span<float> dots)
    {
        Span<float> vector = stackalloc float[Width];
        for (var i = 0; i < dots.Length; i++)
        {
            TensorPrimitives.ConvertToSingle(ReadNumbers(first + i), vector);
            dots[i] = TensorPrimitives.Dot(query, vector);
        }
    }

    private ReadOnlySpan<Half> ReadNumbers(int sentence) => numbers.AsSpan(sentence * Width, Width);

    private float[] MeasureWindows()
    {
        var lengths = new float[Count];
        Span<float> sum = stackalloc float[Width];
        Span<float> vector = stackalloc float[Width];
        for (var i = 0; i < Count; i++)
        {
            sum.Clear();
            for (var near = i - 1; near <= i + 1; near++)
            {
                if (Reading.AreInOneParagraph(i, near))
                {
                    TensorPrimitives.ConvertToSingle(ReadNumbers(near), vector);
                    TensorPrimitives.Add(sum, vector, sum);
                }
            }

            lengths[i] = Math.Max(TensorPrimitives.Norm<float>(sum), float.Epsilon);
        }

        return lengths;
    }
}
