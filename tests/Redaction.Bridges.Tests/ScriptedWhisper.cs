using System.Text;

namespace Redaction.Bridges.Tests;

/// <summary>A model of whisper.cpp that says the same words whatever it hears: its decoder looks only at the place in the line.</summary>
/// <remarks>Each token of the script has an axis of its own. The embedding of a place points along the axis of the token that comes next,
/// much longer than that of any token, so that the logit of this token is far above all others.</remarks>
internal static class ScriptedWhisper
{
    private const int Mels = 80, AudioPlaces = 1500, TextPlaces = 448, Width = 64, Tokens = 51865;
    private const int English = 50259, End = 50257, FirstTime = 50364, Blank = 0, FirstWord = 1;
    private const int PromptLength = 3; // start, language, transcribe

    /// <summary>Writes the model.</summary>
    /// <param name="path">Where it goes.</param>
    /// <param name="seconds">When the last word ends; a multiple of 0.02.</param>
    /// <param name="words">What it says, each with the space before it.</param>
    public static void Write(string path, double seconds, params IReadOnlyList<string> words)
    {
        using var file = new BinaryWriter(File.Create(path), Encoding.UTF8);
        foreach (var number in (int[])[0x67676d6c, Tokens, AudioPlaces, Width, 1, 1, TextPlaces, Width, 1, 1, Mels, 1, Mels, 201])
            file.Write(number);
        file.Write(new byte[Mels * 201 * sizeof(float)]);
        WriteWords(file, [" ", .. words]);
        WriteWeights(file, Script(seconds, words.Count));
    }

    /// <summary>Which token comes after which place; the language is told by the first.</summary>
    private static Dictionary<int, int> Script(double seconds, int words)
    {
        var script = new Dictionary<int, int> { [0] = English, [PromptLength - 1] = FirstTime };
        for (var i = 0; i < words; i++) script[PromptLength + i] = FirstWord + i;
        script[PromptLength + words] = FirstTime + (int)Math.Round(seconds / 0.02);
        for (var i = PromptLength + words + 1; i < TextPlaces; i++) script[i] = End;
        return script;
    }

    private static void WriteWords(BinaryWriter file, IReadOnlyList<string> words)
    {
        file.Write(words.Count); // the rest gets names from whisper.cpp
        foreach (var word in words.Select(Encoding.UTF8.GetBytes))
        {
            file.Write(word.Length);
            file.Write(word);
        }
    }

    private static void WriteWeights(BinaryWriter file, Dictionary<int, int> script)
    {
        var axes = script.Values.Distinct().Select(static (token, i) => (token, i)).ToDictionary(static t => t.token, static t => t.i);
        var places = new float[TextPlaces * Width];
        foreach (var (place, token) in script) places[place * Width + axes[token]] = 100;
        var tokens = new float[Tokens * Width];
        foreach (var (token, axis) in axes) tokens[token * Width + axis] = 4;

        Whole(file, "encoder.positional_embedding", [Width, AudioPlaces]);
        Half(file, "encoder.conv1.weight", [3, Mels, Width]);
        Whole(file, "encoder.conv1.bias", [1, Width]);
        Half(file, "encoder.conv2.weight", [3, Width, Width]);
        Whole(file, "encoder.conv2.bias", [1, Width]);
        Norm(file, "encoder.ln_post");
        Block(file, "encoder.blocks.0", ["attn"]);
        Whole(file, "decoder.positional_embedding", [Width, TextPlaces], places);
        Half(file, "decoder.token_embedding.weight", [Width, Tokens], tokens);
        Norm(file, "decoder.ln");
        Block(file, "decoder.blocks.0", ["attn", "cross_attn"]);
    }

    /// <summary>A layer that adds nothing.</summary>
    private static void Block(BinaryWriter file, string name, string[] attentions)
    {
        Norm(file, $"{name}.mlp_ln");
        Linear(file, $"{name}.mlp.0", Width, 4 * Width);
        Linear(file, $"{name}.mlp.2", 4 * Width, Width);
        foreach (var attention in attentions)
        {
            Norm(file, $"{name}.{attention}_ln");
            Linear(file, $"{name}.{attention}.query", Width, Width);
            Half(file, $"{name}.{attention}.key.weight", [Width, Width]);
            Linear(file, $"{name}.{attention}.value", Width, Width);
            Linear(file, $"{name}.{attention}.out", Width, Width);
        }
    }

    private static void Linear(BinaryWriter file, string name, int from, int to)
    {
        Half(file, $"{name}.weight", [from, to]);
        Whole(file, $"{name}.bias", [to]);
    }

    private static void Norm(BinaryWriter file, string name)
    {
        Whole(file, $"{name}.weight", [Width], [.. Enumerable.Repeat(1f, Width)]);
        Whole(file, $"{name}.bias", [Width]);
    }

    private static void Whole(BinaryWriter file, string name, int[] shape, float[]? values = null)
    {
        Head(file, name, shape, type: 0);
        foreach (var value in values ?? new float[Count(shape)]) file.Write(value);
    }

    private static void Half(BinaryWriter file, string name, int[] shape, float[]? values = null)
    {
        Head(file, name, shape, type: 1);
        foreach (var value in values ?? new float[Count(shape)]) file.Write((Half)value);
    }

    private static void Head(BinaryWriter file, string name, int[] shape, int type)
    {
        file.Write(shape.Length);
        file.Write(name.Length);
        file.Write(type);
        foreach (var size in shape) file.Write(size);
        file.Write(Encoding.ASCII.GetBytes(name));
    }

    private static int Count(int[] shape) => shape.Aggregate(static (a, b) => a * b);
}
