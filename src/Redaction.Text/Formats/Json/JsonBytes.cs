using System.Globalization;
using System.Text;

namespace Redaction.Text;

/// <summary>
/// Bytes, or units of characters, that JSON writes as numbers: an array <c>[137,80,78,71]</c>, as Node's <c>Buffer</c> and Java's
/// <c>byte[]</c> are written, or an object whose names count <c>{"0":137,"1":80}</c>, as typed arrays of JavaScript are.
/// </summary>
internal sealed class JsonBytes
{
    private const int Shortest = 6, Looked = 4096, ShortestFile = 32;
    private static readonly UTF8Encoding s_utf8 = new(false, throwOnInvalidBytes: true);

    private readonly List<ushort> _units = [];
    private bool _isObject;
    private bool _isSigned;
    private string _text = "";

    /// <summary>The text of the last list that was one.</summary>
    public ReadOnlySpan<char> Text => _text;

    /// <summary>Reads a list.</summary>
    /// <param name="json">What begins with the bracket.</param>
    /// <param name="isDeclared">The document says that these are bytes.</param>
    /// <param name="isFinal">Nothing follows.</param>
    /// <param name="length">Bytes of JSON that the list takes.</param>
    public JsonBytesKind Read(ReadOnlySpan<byte> json, bool isDeclared, bool isFinal, out int length)
    {
        _units.Clear();
        (_isObject, _isSigned, length) = (json[0] == '{', false, 0);
        if (!TryNumbers(json, out length))
        {
            if (isFinal || length < json.Length) return JsonBytesKind.None;
            return _units.Count < Looked || isDeclared || IsFile() || MayBeText() ? JsonBytesKind.Incomplete : JsonBytesKind.None;
        }
        if (_units.Count < Shortest) return JsonBytesKind.None;
        if (IsFile()) return JsonBytesKind.Opaque;
        if (MayBeText() && TryText()) return JsonBytesKind.Text;
        var areBytes = _units.Count >= ShortestFile && _units.TrueForAll(static u => u <= byte.MaxValue);
        return isDeclared && areBytes && _units.Exists(static u => u != 0)
            ? JsonBytesKind.Opaque : JsonBytesKind.None;
    }

    /// <summary>Writes a text as the list that was read.</summary>
    public void Write(ReadOnlySpan<char> text, Stream output)
    {
        var json = new StringBuilder().Append(_isObject ? '{' : '[');
        var isWide = _units.Exists(static u => u > byte.MaxValue);
        int[] units = isWide ? [.. text.ToArray()] : [.. Encoding.UTF8.GetBytes(text.ToString())];
        for (var i = 0; i < units.Length; i++)
        {
            if (i > 0) json.Append(',');
            if (_isObject) json.Append(CultureInfo.InvariantCulture, $"\"{i}\":");
            json.Append(_isSigned && !isWide ? (sbyte)units[i] : units[i]);
        }
        output.Write(Encoding.ASCII.GetBytes(json.Append(_isObject ? '}' : ']').ToString()));
    }

    /// <summary>Makes every number of a list 0, in the same space.</summary>
    public static void Erase(Span<byte> list)
    {
        var inName = false;
        for (var i = 0; i < list.Length; i++)
        {
            if (list[i] == '"') inName = !inName;
            if (inName || !IsNumber(list[i])) continue;
            list[i] = i + 1 < list.Length && IsNumber(list[i + 1]) ? (byte)' ' : (byte)'0';
        }
    }

    public void Clear()
    {
        _units.Clear();
        _text = "";
    }

    /// <summary>Reads to the closing bracket; false when there is something else, or the end.</summary>
    private bool TryNumbers(ReadOnlySpan<byte> json, out int at)
    {
        at = Blanks(json, 1);
        if (at < json.Length && !(_isObject ? json[at] == '"' : IsNumber(json[at]))) return false;
        while (at < json.Length)
        {
            if (_isObject && !TryName(json, ref at)) return false;
            if (!TryNumber(json, ref at)) return false;
            at = Blanks(json, at);
            if (at == json.Length) return false;
            var end = json[at];
            if (end == (_isObject ? '}' : ']'))
            {
                at++;
                return true;
            }
            if (end != ',') return false;
            at = Blanks(json, at + 1);
        }
        return false;
    }

    private bool TryName(ReadOnlySpan<byte> json, ref int at)
    {
        Span<byte> name = stackalloc byte[16];
        name[0] = (byte)'"';
        _units.Count.TryFormat(name[1..], out var digits, provider: CultureInfo.InvariantCulture);
        name[digits + 1] = (byte)'"';
        name = name[..(digits + 2)];
        if (!json[at..].StartsWith(name))
        {
            if (name.StartsWith(json[at..])) at = json.Length;
            return false;
        }
        at = Blanks(json, at + name.Length);
        if (at == json.Length || json[at] != ':') return false;
        at = Blanks(json, at + 1);
        return at < json.Length;
    }

    private bool TryNumber(ReadOnlySpan<byte> json, ref int at)
    {
        var isNegative = json[at] == '-';
        if (isNegative && ++at == json.Length) return false;
        var (value, digits) = (0, 0);
        for (; at < json.Length && json[at] is >= (byte)'0' and <= (byte)'9' && digits < 6; at++, digits++)
            value = value * 10 + json[at] - '0';
        if (digits == 0 || value > (isNegative ? 128 : ushort.MaxValue)) return false;
        _units.Add(isNegative ? (byte)-value : (ushort)value);
        _isSigned |= isNegative;
        return true;
    }

    private bool IsFile()
    {
        Span<byte> head = stackalloc byte[32];
        if (_units.Count < ShortestFile) return false;
        for (var i = 0; i < head.Length; i++)
        {
            if (_units[i] > byte.MaxValue) return false;
            head[i] = (byte)_units[i];
        }
        return BinarySignatures.Begin(head) || BinarySignatures.BeginMedia(head, _units.Count);
    }

    /// <summary>No control characters, and half of it letters and digits.</summary>
    private bool MayBeText()
    {
        var letters = 0;
        foreach (var unit in _units)
        {
            if (unit is < ' ' and not ('\t' or '\r' or '\n') or 0x7F) return false;
            if (unit > 0x7F || char.IsAsciiLetterOrDigit((char)unit)) letters++;
        }
        return letters * 2 >= _units.Count;
    }

    private bool TryText()
    {
        if (_units.Exists(static u => u > byte.MaxValue))
        {
            if (_units.Count(static u => u < 0x80) * 2 < _units.Count) return false; // numbers of words, not characters
            _text = new([.. _units.Select(static u => (char)u)]);
            return true;
        }
        try
        {
            _text = s_utf8.GetString([.. _units.Select(static u => (byte)u)]);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static int Blanks(ReadOnlySpan<byte> json, int at)
    {
        while (at < json.Length && json[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') at++;
        return at;
    }

    private static bool IsNumber(byte b) => b is (byte)'-' or >= (byte)'0' and <= (byte)'9';
}
