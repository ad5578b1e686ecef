using System.Text;
using System.Text.Json;
using Microsoft.ML.Tokenizers;

namespace Redaction;

/// <summary>Finds the tokenizer of a model by its files.</summary>
internal static class PieceFiles
{
    private const string Understood =
        "vocab.txt (BERT), vocab.json with merges.txt (RoBERTa), sentencepiece.bpe.model (XLM-RoBERTa), spm.model (DeBERTa), or a "
        + "tokenizer.json of one of the first two kinds";

    /// <exception cref="InvalidDataException">There is none that is understood.</exception>
    public static ITextPieces Read(ClassifierFolder folder)
    {
        try
        {
            return folder.Find("vocab.txt") is { } words ? Bert(folder, File.ReadAllBytes(words), null)
                : folder.Find("vocab.json") is { } vocabulary && folder.Find("merges.txt") is { } merges
                    ? Bytes(Numbers(folder.Read(Path.GetFileName(vocabulary))!.Value), Merges(File.ReadLines(merges)))
                : folder.Find("sentencepiece.bpe.model") is { } roberta ? Sentence(roberta, true)
                : folder.Find("spm.model") is { } deberta ? Sentence(deberta, false)
                : folder.Read("tokenizer.json") is { } tokenizer && OfJson(folder, tokenizer) is { } pieces ? pieces
                : throw new InvalidDataException($"no tokenizer lies beside it that is understood: {Understood}");
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new InvalidDataException($"its tokenizer cannot be read ({e.GetType().Name})");
        }
    }

    private static ITextPieces? OfJson(ClassifierFolder folder, JsonElement tokenizer)
    {
        var model = tokenizer.GetProperty("model");
        var numbers = model.TryGetProperty("vocab", out var vocabulary) && vocabulary.ValueKind == JsonValueKind.Object
            ? Numbers(vocabulary) : null;
        return model.TryGetProperty("type", out var type) && numbers is not null ? type.GetString() switch
        {
            "WordPiece" => Bert(folder, Encoding.UTF8.GetBytes(Lines(numbers)), Member(tokenizer, "normalizer")),
            "BPE" when Member(tokenizer, "pre_tokenizer") is { } before && Text(before, "type") == "ByteLevel" =>
                Bytes(numbers, Merges(model.GetProperty("merges").EnumerateArray().Select(Merge))),
            _ => null,
        } : null;
    }

    private static BertPieces Bert(ClassifierFolder folder, byte[] vocabulary, JsonElement? normalizer)
    {
        var about = folder.ReadTokenizerConfig();
        var lower = Flag(normalizer, "lowercase") ?? Flag(about, "do_lower_case") ?? true;
        using var stream = new MemoryStream(vocabulary);
        return new(BertTokenizer.Create(stream, new BertOptions
        {
            LowerCaseBeforeTokenization = lower,
            RemoveNonSpacingMarks = Flag(normalizer, "strip_accents") ?? Flag(about, "strip_accents") ?? lower,
        }));
    }

    private static ChunkPieces Bytes(Dictionary<string, int> numbers, IEnumerable<string> merges)
    {
        var tokenizer = BpeTokenizer.Create(new BpeOptions(numbers)
        {
            Merges = merges,
            ByteLevel = true,
            PreTokenizer = RobertaPreTokenizer.Instance,
            UnknownToken = Known(numbers, "<unk>", "[UNK]"),
        });
        return new(tokenizer, numbers[Known(numbers, "<s>", "[CLS]")], numbers[Known(numbers, "</s>", "[SEP]")], static id => id, false);
    }

    /// <param name="path">The file.</param>
    /// <param name="isShifted">XLM-RoBERTa's own numbers: four before all, in another order, and one more for each piece.</param>
    private static ChunkPieces Sentence(string path, bool isShifted)
    {
        using var stream = File.OpenRead(path);
        var tokenizer = SentencePieceTokenizer.Create(stream, addBeginningOfSentence: false, addEndOfSentence: false);
        var unknown = tokenizer.UnknownId;
        return isShifted ? new(tokenizer, 0, 2, id => id == unknown ? 3 : id + 1, true)
            : new(tokenizer, tokenizer.BeginningOfSentenceId, tokenizer.EndOfSentenceId, static id => id, true);
    }

    private static Dictionary<string, int> Numbers(JsonElement vocabulary) =>
        vocabulary.EnumerateObject().ToDictionary(static p => p.Name, static p => p.Value.GetInt32(), StringComparer.Ordinal);

    /// <summary>A piece on each line, whose number is that of the line; numbers that nothing has get a piece that nothing is.</summary>
    private static string Lines(Dictionary<string, int> numbers)
    {
        var lines = new string[numbers.Values.Max() + 1];
        foreach (var (piece, number) in numbers) lines[number] = piece;
        return string.Join('\n', lines.Select(static (line, i) => line ?? $"[unused-{i}]"));
    }

    /// <summary>Two pieces in a text, or in a list of two as newer files have it.</summary>
    private static string Merge(JsonElement merge) => merge.ValueKind == JsonValueKind.String ? merge.GetString()!
        : string.Join(' ', merge.EnumerateArray().Select(static piece => piece.GetString()));

    private static IEnumerable<string> Merges(IEnumerable<string> lines) =>
        lines.Where(static line => line.Length > 0 && !line.StartsWith("#version", StringComparison.Ordinal));

    private static string Known(Dictionary<string, int> numbers, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (numbers.ContainsKey(name)) return name;
        throw new InvalidDataException("its vocabulary has no pieces for the begin, the end and the unknown");
    }

    private static JsonElement? Member(JsonElement about, string name) =>
        about.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    private static string? Text(JsonElement about, string name) => about.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static bool? Flag(JsonElement? about, string name) =>
        about is { } known && known.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean() : null;
}
