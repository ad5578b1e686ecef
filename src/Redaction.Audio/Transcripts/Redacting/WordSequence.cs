namespace Redaction.Audio;

/// <summary>The words of a text (runs of letters and digits, without case) as numbers that are equal for equal words.</summary>
internal sealed class WordSequence
{
    private readonly List<TextSpan> _spans = [];
    private readonly List<int> _ids = [];

    /// <param name="text">The text.</param>
    /// <param name="numbers">The numbers given so far: shared by the texts that are compared.</param>
    public WordSequence(string text, Dictionary<string, int> numbers)
    {
        var lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> lower = stackalloc char[64];
        for (var at = 0; at < text.Length;)
        {
            if (!IsLetter(text[at])) { at++; continue; }
            var end = at;
            while (end < text.Length && IsLetter(text[end])) end++;
            var word = text.AsSpan(at, end - at);
            var buffer = word.Length <= lower.Length ? lower : new char[word.Length];
            var length = word.ToLowerInvariant(buffer);
            if (!lookup.TryGetValue(buffer[..length], out var id)) lookup[buffer[..length]] = id = numbers.Count;
            _spans.Add(TextSpan.FromBounds(at, end));
            _ids.Add(id);
            at = end;
        }
    }

    public int Count => _ids.Count;

    public int this[int index] => _ids[index];

    public TextSpan Span(int index) => _spans[index];

    /// <summary>Index of the first word that ends after a position.</summary>
    public int FirstEndingAfter(int position)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_spans[middle].End > position) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    /// <summary>Index of the first word that starts at or after a position.</summary>
    public int FirstStartingAt(int position)
    {
        var index = FirstEndingAfter(position);
        return index < Count && _spans[index].Start < position ? index + 1 : index;
    }

    public override string ToString() => $"WordSequence({Count})";

    private static bool IsLetter(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);
}
