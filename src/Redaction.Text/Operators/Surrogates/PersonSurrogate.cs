using System.Buffers;
using System.Buffers.Binary;

namespace Redaction.Text;

/// <summary>Names in place of names. Each word has its own surrogate, and the first letter of a surrogate depends on the
/// first letter of the word only: so "Jane Doe", "J. Doe", "Doe" and "jane.doe@…" become one other person without
/// anything being remembered.</summary>
internal sealed class PersonSurrogate
{
    private const int Letters = 26;
    private readonly byte[] _key;
    private readonly byte[] _salt;
    private readonly byte[] _initials = new byte[Letters];
    private readonly int _language;
    private readonly bool _keepGender;
    private readonly DocumentNames? _names;

    public PersonSurrogate(byte[] key, ReadOnlySpan<byte> salt, int language, bool keepGender, DocumentNames? names)
    {
        (_key, _salt, _language, _keepGender, _names) = (key, salt.ToArray(), language, keepGender, names);
        Span<byte> digest = stackalloc byte[KeyedDigest.Size];
        KeyedDigest.Compute(key, _salt, "initials", "", digest);
        for (var i = 0; i < Letters; i++) _initials[i] = (byte)(digest[i] % NameLists.Initials.Length);
    }

    public void Observe(ReadOnlySpan<char> name)
    {
        foreach (var range in NameParts.Of(name))
            if (!NameParts.IsParticle(name[range])) _names?.Real.Add(name[range].ToString());
    }

    public void Write(ReadOnlySpan<char> name, IBufferWriter<char> output)
    {
        int position = 0, count = 0, index = 0;
        foreach (var range in NameParts.Of(name))
            if (!NameParts.IsParticle(name[range])) count++;
        var familyFirst = name.Contains(',');
        foreach (var range in NameParts.Of(name))
        {
            var part = name[range];
            WriteBetween(name[position..range.Start.Value], output);
            position = range.End.Value;
            if (NameParts.IsParticle(part)) { output.Write(part); continue; }
            WriteCased(part, Of(part, mayBeGiven: count > 1 && (familyFirst ? index > 0 : index < count - 1)), output);
            index++;
        }
        WriteBetween(name[position..], output);
    }

    /// <summary>The surrogate of one word of a name.</summary>
    public string Of(ReadOnlySpan<char> part, bool mayBeGiven)
    {
        if (_names is not null && _names.Given.TryGetValue(part.ToString(), out var given)) return given;
        Span<byte> digest = stackalloc byte[KeyedDigest.Size];
        KeyedDigest.Compute(_key, _salt, "name", part, digest);
        var initial = InitialOf(part, digest);
        if (part.Length == 1) return NameLists.Initials[initial].ToString();
        var known = NameLists.TryFind(part, out var kind, out var language);
        if (!known) (kind, language) = (mayBeGiven ? (NameKind)(digest[0] & 1) : NameKind.Surname, _language);
        else if (kind != NameKind.Surname && !_keepGender) kind = (NameKind)(digest[0] & 1);
        var surrogate = Pick(NameLists.Pool(kind, language, initial), part, BinaryPrimitives.ReadUInt32BigEndian(digest[1..]));
        _names?.Given.TryAdd(part.ToString(), surrogate);
        return surrogate;
    }

    /// <summary>The word is never its own surrogate, and in a document no surrogate is a real word of its names while
    /// the pool has another.</summary>
    private string Pick(ReadOnlySpan<string> pool, ReadOnlySpan<char> part, uint draw)
    {
        var first = (int)(draw % (uint)pool.Length);
        for (var i = 0; i < pool.Length; i++)
        {
            var candidate = pool[(first + i) % pool.Length];
            if (!part.Equals(candidate, StringComparison.OrdinalIgnoreCase) && _names?.Real.Contains(candidate) != true) return candidate;
        }
        Span<char> letters = stackalloc char[4];
        Span<byte> code = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(code, draw);
        LetterCode.Encode(code, letters);
        return pool[first][..1] + "o" + letters.ToString().ToLowerInvariant();
    }

    private int InitialOf(ReadOnlySpan<char> part, ReadOnlySpan<byte> digest)
    {
        var c = AsciiFold.Of(part[0]);
        return c is >= 'a' and <= 'z' ? _initials[c - 'a'] : digest[5] % NameLists.Initials.Length;
    }

    /// <summary>Digits do not belong to names, so nothing of them stays; other signs do.</summary>
    private static void WriteBetween(ReadOnlySpan<char> signs, IBufferWriter<char> output)
    {
        foreach (var c in signs)
            if (!char.IsDigit(c)) output.Write([c]);
    }

    private static void WriteCased(ReadOnlySpan<char> part, string surrogate, IBufferWriter<char> output)
    {
        if (part.Length > 1 && char.IsUpper(part[0]) && char.IsUpper(part[^1])) output.Write(surrogate.ToUpperInvariant());
        else if (char.IsLower(part[0])) output.Write(surrogate.ToLowerInvariant());
        else output.Write(surrogate);
    }
}
