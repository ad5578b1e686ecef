using System.Collections.Frozen;

namespace Redaction.Text.Names;

/// <summary>Cuts text into tokens, one at a time (FORMAT.md, 2).</summary>
internal ref struct Tokenizer(ReadOnlySpan<char> text)
{
    private const int LongestElision = 7;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_elisions =
        "l d j m t s n c qu jusqu lorsqu puisqu quoiqu quelqu dell all dall nell sull un gl quell quest sant bell"
            .Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly ReadOnlySpan<char> _text = text;
    private int _position;
    private bool _begun;

    /// <summary>Reads the next token.</summary>
    public bool Next(out WordToken token)
    {
        int newlines = _begun ? 0 : 1, gap = 0;
        _begun = true;
        while (_position < _text.Length)
        {
            var c = CodePoints.At(_text, _position, out var length);
            var role = CodePoints.RoleOf(c);
            if (role is CodePoints.Role.Word or CodePoints.Role.Other)
            {
                var start = _position;
                var end = role == CodePoints.Role.Word ? Word(start + length) : Sign(start, c, length);
                token = new(start, end, newlines, gap);
                return true;
            }
            if (c == '\n') newlines++;
            if (role == CodePoints.Role.Space) gap += c == '\t' ? 4 : 1;
            _position += length;
        }
        token = default;
        return false;
    }

    private int Sign(int start, int c, int length)
    {
        if (CodePoints.IsApostrophe(c) && start + 1 < _text.Length && _text[start + 1] is 's' or 'S' && CodePoints.IsApostrophe(c)
            && IsFree(start + 2))
            return _position = start + 2;
        _position = start + length;
        while (_position < _text.Length && CodePoints.At(_text, _position, out var next) == c) _position += next;
        return _position;
    }

    private int Word(int position)
    {
        int start = _position, end = position;
        while (position < _text.Length)
        {
            var c = CodePoints.At(_text, position, out var length);
            var role = CodePoints.RoleOf(c);
            if (role == CodePoints.Role.Word) end = position += length;
            else if (role == CodePoints.Role.Format) position += length;
            else if (CodePoints.IsApostrophe(c) && end == position && EndsInLetter(start, position) && position + 1 < _text.Length
                && CodePoints.At(_text, position + 1, out var after) is var letter && CodePoints.IsLetter(letter))
            {
                if (IsElision(_text[start..position])) return _position = position + 1;
                if (letter is 's' or 'S' && IsFree(position + 2)) return _position = end;
                end = position += 1 + after;
            }
            else break;
        }
        _position = position;
        return end;
    }

    private readonly bool EndsInLetter(int start, int end)
    {
        var last = end - 1;
        if (last > start && char.IsLowSurrogate(_text[last]) && char.IsHighSurrogate(_text[last - 1])) last--;
        return CodePoints.IsLetter(CodePoints.At(_text, last, out _));
    }

    private readonly bool IsFree(int position) =>
        position >= _text.Length
            || CodePoints.RoleOf(CodePoints.At(_text, position, out _)) is not (CodePoints.Role.Word or CodePoints.Role.Format);

    private static bool IsElision(ReadOnlySpan<char> part)
    {
        if (part.Length > LongestElision) return false;
        Span<char> lower = stackalloc char[LongestElision];
        for (var i = 0; i < part.Length; i++)
        {
            if (!char.IsAsciiLetter(part[i])) return false; // all elisions are of these
            lower[i] = (char)(part[i] | 0x20);
        }
        return s_elisions.Contains(lower[..part.Length]);
    }
}
