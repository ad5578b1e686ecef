using System.Text.Json;

namespace Redaction.Text;

/// <summary>Lists of words, characters or digits, over which one value may go: <c>["4539","5260","1815","9083"]</c>.</summary>
internal sealed class JsonLists(DocumentJob job)
{
    private const int Fewest = 2, Most = 1 << 14, LongestElement = 64, FewestWords = 6, LongestList = 1 << 18;
    private readonly JoinedPieces _pieces = new(job.Redactor);
    private int _next;
    private bool _isOpen;

    /// <summary>True inside such a list.</summary>
    public bool IsOpen => _isOpen && _next < _pieces.Count;

    /// <summary>What becomes of the next element; null where it is a value of its own.</summary>
    public string? Next() => _pieces[_next++];

    public void Clear()
    {
        _pieces.Clear();
        (_next, _isOpen) = (0, false);
    }

    /// <summary>Looks into the array that a text begins with.</summary>
    /// <param name="json">The text.</param>
    /// <param name="isFinal">Nothing follows.</param>
    /// <param name="writes">False where only what is covered is to be known.</param>
    /// <param name="context">What rules may match on.</param>
    /// <param name="plan">What goes over several elements, of which <see cref="Next"/> then tells; null where nothing does.</param>
    /// <returns>False when that shows only with more of the text.</returns>
    public bool Look(ReadOnlySpan<byte> json, bool isFinal, bool writes, RedactionContext context, out JoinedPlan? plan)
    {
        plan = null;
        Clear();
        if (json[0] != '[' || !Read(json, out var isComplete)) return true;
        if (!isComplete) return isFinal || json.Length > LongestList;
        if (_pieces.Count < Fewest) return true;
        _pieces.Writes = writes;
        plan = AreWords ? _pieces.PlanWords(context) : null;
        plan ??= _pieces.PlanCertain(context);
        _isOpen = plan is not null;
        return true;
    }

    private bool AreWords { get; set; }

    /// <summary>Reads the elements; false when one is no short text or digit.</summary>
    private bool Read(ReadOnlySpan<byte> json, out bool isComplete)
    {
        isComplete = false;
        var (small, names, wasName, areWords) = (0, 0, false, true);
        var reader = new Utf8JsonReader(json, isFinalBlock: false, new JsonReaderState(Json.Options));
        try
        {
            reader.Read();
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.EndArray)
                {
                    isComplete = true;
                    break;
                }
                if (reader.ValueSpan.Length > LongestElement || _pieces.Count == Most) return false;
                if (reader.TokenType == JsonTokenType.Number && reader.ValueSpan.Length == 1)
                {
                    _pieces.Add(((char)reader.ValueSpan[0]).ToString());
                    areWords = false;
                    continue;
                }
                if (reader.TokenType != JsonTokenType.String) return false;
                var text = reader.GetString()!;
                _pieces.Add(text);
                areWords &= !text.AsSpan().ContainsAny(" \t\r\n");
                var isName = text.Length > 1 && char.IsUpper(text[0]);
                if (isName && wasName) names++;
                if (text.Length > 0 && char.IsLower(text[0])) small++;
                wasName = isName;
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false; // whoever reads on will say so
        }
        // A sentence, cut into its words: in a list of names each stands for itself.
        AreWords = areWords && _pieces.Count >= FewestWords && names > 0 && small * 3 >= _pieces.Count;
        return true;
    }
}
