using System.Numerics.Tensors;
using Microsoft.ML.OnnxRuntime;

namespace Bot.Library.Embeddings;

/// <summary>Inputs of one length in the network's layout. Shorter inputs are padded and masked.</summary>
internal sealed class TokenBatch : IDisposable
{
    private static readonly string[] InputNames = ["input_ids", "attention_mask", "token_type_ids"];
    private static readonly string[] InputNamesWithWords = [.. InputNames, "word_embeddings"];

    private readonly OrtValue[] tensors;

    private TokenBatch(int rows, int length, int[] lengths, OrtValue[] tensors)
    {
        Rows = rows;
        Length = length;
        Lengths = lengths;
        this.tensors = tensors;
    }

    /// <summary>The number of inputs.</summary>
    public int Rows { get; }

    /// <summary>The number of tokens of each input, including padding.</summary>
    public int Length { get; }

    /// <summary>The number of tokens of each input, without padding.</summary>
    public int[] Lengths { get; }

    /// <summary>Creates a batch.</summary>
    /// <param name="inputs">The inputs, at least one: the ids of its tokens, and the start of its second part (its length if there is none).</param>
    /// <param name="length">The length to pad to; no input is longer.</param>
    public static TokenBatch Of(IReadOnlyList<(int[] Tokens, int SecondPart)> inputs, int length)
    {
        var (ids, mask, types) = (new long[inputs.Count * length], new long[inputs.Count * length], new long[inputs.Count * length]);
        for (var row = 0; row < inputs.Count; row++)
        {
            var (tokens, second) = inputs[row];
            for (var i = 0; i < tokens.Length; i++)
            {
                ids[(row * length) + i] = tokens[i];
                mask[(row * length) + i] = 1;
                types[(row * length) + i] = i >= second ? 1 : 0;
            }
        }

        long[] shape = [inputs.Count, length];
        return new TokenBatch(inputs.Count, length, [.. inputs.Select(input => input.Tokens.Length)],
        [
            OrtValue.CreateTensorValueFromMemory(ids, shape),
            OrtValue.CreateTensorValueFromMemory(mask, shape),
            OrtValue.CreateTensorValueFromMemory(types, shape),
        ]);
    }

    /// <summary>Runs MiniLM and returns the mean of each input's token vectors, padding left out, one after the other.</summary>
    public float[] AverageTokens(InferenceSession session)
    {
        using var outputs = Run(session, InputNames, tensors, "last_hidden_state");
        var hidden = outputs[0].GetTensorDataAsSpan<float>();
        var width = hidden.Length / (Rows * Length);
        var means = new float[Rows * width];
        for (var row = 0; row < Rows; row++)
        {
            var mean = means.AsSpan(row * width, width);
            for (var token = 0; token < Lengths[row]; token++)
            {
                TensorPrimitives.Add(mean, hidden.Slice(((row * Length) + token) * width, width), mean);
            }

            TensorPrimitives.Divide(mean, (float)Lengths[row], mean);
        }

        return means;
    }

    /// <summary>Runs a network that scores its inputs, and returns the scores of each.</summary>
    public float[][] Score(InferenceSession session, OrtValue words)
    {
        using var outputs = Run(session, InputNamesWithWords, [.. tensors, words], "scores");
        var scores = outputs[0].GetTensorDataAsSpan<float>().ToArray();
        return [.. scores.Chunk(scores.Length / Rows)];
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var tensor in tensors)
        {
            tensor.Dispose();
        }
    }

    private static IDisposableReadOnlyCollection<OrtValue> Run(InferenceSession session, string[] names, OrtValue[] values, string output)
    {
        using var options = new RunOptions();

        // Without this, each network keeps the memory of its longest input.
        options.AddRunConfigEntry("memory.enable_memory_arena_shrinkage", "cpu:0");
        return session.Run(options, names, values, [output]);
    }
}
