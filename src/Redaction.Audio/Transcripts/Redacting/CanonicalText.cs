using System.Buffers;

namespace Redaction.Audio;

/// <summary>A text without separators and without case, with the way back: how two writings of the same words are compared.</summary>
internal sealed class CanonicalText
{
    private readonly string _text;
    private readonly int[] _places;

    public CanonicalText(string text)
    {
        _text = text;
        var letters = ArrayPool<char>.Shared.Rent(text.Length);
        var places = ArrayPool<int>.Shared.Rent(text.Length);
        try
        {
            var count = 0;
            for (var i = 0; i < text.Length; i++)
            {
                if (!char.IsLetterOrDigit(text[i]) && !char.IsSurrogate(text[i])) continue;
                letters[count] = char.ToLowerInvariant(text[i]);
                places[count++] = i;
            }
            Letters = new(letters, 0, count);
            _places = places[..count];
        }
        finally
        {
            ArrayPool<char>.Shared.Return(letters, clearArray: true);
            ArrayPool<int>.Shared.Return(places, clearArray: true);
        }
    }

    /// <summary>Letters and digits in lower case.</summary>
    public string Letters { get; }

    /// <summary>The canonical range of a range of the text.</summary>
    public TextSpan Canonical(TextSpan span) => TextSpan.FromBounds(FirstAtOrAfter(span.Start), FirstAtOrAfter(span.End));

    /// <summary>
    /// The range of this text that repeats <paramref name="span"/> of <paramref name="other"/>, whose letters begin here at
    /// <paramref name="shift"/>. Signs at the ends go along when they stand here too; a range of signs only takes the whole gap.
    /// </summary>
    public TextSpan Project(CanonicalText other, TextSpan span, int shift)
    {
        var letters = other.Canonical(span);
        var (first, end) = (Math.Max(0, letters.Start + shift), Math.Min(_places.Length, letters.End + shift));
        if (first >= end)
        {
            first = Math.Clamp(first, 0, _places.Length);
            return TextSpan.FromBounds(first == 0 ? 0 : _places[first - 1] + 1, first == _places.Length ? _text.Length : _places[first]);
        }
        var start = _places[first];
        var stop = _places[end - 1] + 1;
        for (var i = other._places[first - shift] - 1; i >= span.Start && start > 0 && _text[start - 1] == other._text[i]; i--) start--;
        for (var i = other._places[end - 1 - shift] + 1; i < span.End && stop < _text.Length && _text[stop] == other._text[i]; i++) stop++;
        return TextSpan.FromBounds(start, stop);
    }

    /// <summary>Adds the places where <paramref name="letters"/> stand in this text;
    /// fewer than four must stand as words of their own.</summary>
    public void Find(string letters, List<TextSpan> places)
    {
        if (letters.Length == 0) return;
        for (var at = 0; (at = Letters.IndexOf(letters, at, StringComparison.Ordinal)) >= 0;)
        {
            if (Place(at, letters.Length) is { } place)
            {
                places.Add(place);
                at += letters.Length;
            }
            else at++;
        }
    }

    /// <summary>Where letters of this text stand in it; null for fewer than four that are no words of their own.</summary>
    public TextSpan? Place(int first, int length)
    {
        var span = Text(new(first, length));
        return length >= 4 || IsWhole(span) ? span : null;
    }

    /// <summary>The range of the text that holds a range of its letters.</summary>
    public TextSpan Text(TextSpan letters) =>
        letters.Length == 0 ? default : TextSpan.FromBounds(_places[letters.Start], _places[letters.End - 1] + 1);

    public override string ToString() => $"CanonicalText(Length = {_text.Length})";

    /// <summary>True when no letter stands right before or after a range of the text.</summary>
    public bool IsWhole(TextSpan span) =>
        (span.Start == 0 || !char.IsLetterOrDigit(_text[span.Start - 1]))
            && (span.End == _text.Length || !char.IsLetterOrDigit(_text[span.End]));

    private int FirstAtOrAfter(int position)
    {
        var index = Array.BinarySearch(_places, position);
        return index < 0 ? ~index : index;
    }
}
