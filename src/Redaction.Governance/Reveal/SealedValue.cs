using System.Buffers;

namespace Redaction.Governance;

/// <summary>Finds what <c>encrypt</c> and <c>token</c> wrote: <c>[type:letters]</c>.</summary>
internal readonly record struct SealedValue(int Start, int Colon, int End)
{
    /// <summary>Letters of a token; a ciphertext has more.</summary>
    public const int TokenLength = 16;

    private static readonly SearchValues<char> s_letters = SearchValues.Create(LetterCode.Alphabet);
    private static readonly SearchValues<char> s_type = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789.-");

    /// <summary>The next one from <paramref name="position"/> on; null when there is none.</summary>
    public static SealedValue? Next(ReadOnlySpan<char> text, int position)
    {
        while (position < text.Length)
        {
            var open = text[position..].IndexOf('[');
            if (open < 0) return null;
            var start = position + open;
            var type = text[(start + 1)..].IndexOfAnyExcept(s_type);
            var colon = start + 1 + type;
            if (type > 0 && text[colon] == ':')
            {
                var letters = text[(colon + 1)..].IndexOfAnyExcept(s_letters);
                if (letters >= TokenLength && text[colon + 1 + letters] == ']') return new(start, colon, colon + letters + 2);
            }
            position = start + 1;
        }
        return null;
    }
}
