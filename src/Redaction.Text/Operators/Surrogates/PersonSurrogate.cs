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
        for (var i = 0; i < Letters; i++) _initials[i] = (byte)(digest[i] % NameScript.Initials(NameScript.Latin).Length);
    }

    /// <summary>Takes notice of the words of a name, and of which of them are given names.</summary>
    public void Observe(ReadOnlySpan<char> name)
    {
        if (_names is null) return;
        var count = Count(name);
        var index = 0;
        foreach (var range in NameParts.Of(name))
        {
            var part = name[range];
            if (NameParts.IsParticle(part)) continue;
            _names.Real.Add(part.ToString());
            var given = JoinedName.GivenAt(part, out _);
            if (given > 0)
            {
                _names.Real.Add(part[..given].ToString());
                _names.Real.Add(part[given..].ToString());
                _names.GivenWords.Add(part[given..].ToString());
            }
            else if (IsGivenPlace(name, index, count) && part.Length > 1) _names.GivenWords.Add(part.ToString());
            index++;
        }
    }

    public void Write(ReadOnlySpan<char> name, IBufferWriter<char> output)
    {
        int position = 0, index = 0;
        var count = Count(name);
        foreach (var range in NameParts.Of(name))
        {
            var part = name[range];
            WriteBetween(name[position..range.Start.Value], output);
            position = range.End.Value;
            if (NameParts.IsParticle(part)) { output.Write(part); continue; }
            var given = JoinedName.GivenAt(part, out var language);
            if (given > 0)
            {
                output.Write(Of(part[..given], mayBeGiven: false, language));
                output.Write(Of(part[given..], mayBeGiven: true, language));
            }
            else WriteCased(part, Of(part, IsGivenPlace(name, index, count)), output);
            index++;
        }
        WriteBetween(name[position..], output);
    }

    /// <summary>The surrogate of one word of a name.</summary>
    /// <param name="part">The word.</param>
    /// <param name="mayBeGiven">Whether it stands where given names do.</param>
    /// <param name="language">The number of its language, where that is known; -1 otherwise.</param>
    public string Of(ReadOnlySpan<char> part, bool mayBeGiven, int language = -1)
    {
        if (_names is not null && _names.Given.TryGetValue(part.ToString(), out var given)) return given;
        Span<byte> digest = stackalloc byte[KeyedDigest.Size];
        var isWoman = SurnameForms.TryWoman(part, out var man, out var ofForm)
            && !(NameLists.TryFind(part, out var known, out _) && known != NameKind.Surname);
        KeyedDigest.Compute(_key, _salt, "name", isWoman ? man : part, digest);
        if (part.Length == 1 && NameScript.Initials(NameScript.Of(part[0])) is { IsEmpty: false } initials)
            return initials[InitialOf(part, NameScript.Of(part[0]), digest)].ToString();
        NameKind kind;
        if (isWoman) (kind, language) = (NameKind.Surname, ofForm);
        else (kind, language) = Identify(part, mayBeGiven || _names?.GivenWords.Contains(part.ToString()) == true, language, digest);
        var initial = InitialOf(part, NameLists.ScriptOf(language), digest);
        var surrogate = Pick(kind, language, initial, part, isWoman, digest);
        _names?.Given.TryAdd(part.ToString(), surrogate);
        return surrogate;
    }

    private (NameKind Kind, int Language) Identify(ReadOnlySpan<char> part, bool isGiven, int language, ReadOnlySpan<byte> digest)
    {
        if (NameLists.TryFind(part, out var kind, out var known) && NameScript.Of(part[0]) == NameLists.ScriptOf(known))
            return (kind is NameKind.Surname || _keepGender ? kind : (NameKind)(digest[0] & 1), language < 0 ? known : language);
        if (language < 0) language = SurnameForms.LanguageOf(part);
        if (language < 0) language = _language;
        if (!isGiven) return (NameKind.Surname, language);
        return (_keepGender ? GivenForms.KindOf(part) : (NameKind)(digest[0] & 1), language);
    }

    /// <summary>The word is never its own surrogate, and in a document no surrogate is a real word of its names while
    /// there is another. Surnames that women bear in a form of their own become such surnames, and others others.</summary>
    private string Pick(NameKind kind, int language, int initial, ReadOnlySpan<char> part, bool isWoman, ReadOnlySpan<byte> digest)
    {
        var draw = BinaryPrimitives.ReadUInt32BigEndian(digest[1..]);
        var isGendered = kind == NameKind.Surname && (isWoman || SurnameForms.IsMan(part) || IsCzech(language));
        var pool = NameLists.Pool(kind, language, initial);
        if (pool.IsEmpty) pool = NameLists.Pool(kind = (NameKind)(digest[0] & 1), language, initial);
        for (var pass = 0; pass < 2; pass++, pool = NameLists.All(kind, language))
        {
            for (var i = 0; i < pool.Length; i++)
            {
                var name = pool[(int)((draw + i) % pool.Length)];
                if (isGendered ? SurnameForms.Woman(name, language) == name
                    : kind == NameKind.Surname && SurnameForms.IsMan(name)) continue;
                if (isWoman) name = SurnameForms.Woman(name, language);
                if (!part.Equals(name, StringComparison.OrdinalIgnoreCase) && _names?.Real.Contains(name) != true) return name;
            }
        }
        Span<char> letters = stackalloc char[4];
        Span<byte> code = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(code, draw);
        LetterCode.Encode(code, letters);
        return NameLists.Pool(NameKind.Surname, language, initial)[0][..1] + "o" + letters.ToString().ToLowerInvariant();
    }

    /// <summary>In Czech and Slovak every surname of the list has a form for women.</summary>
    private static bool IsCzech(int language) => language == NameLists.Language("cs") || language == NameLists.Language("sk");

    private int InitialOf(ReadOnlySpan<char> part, int script, ReadOnlySpan<byte> digest)
    {
        var count = NameScript.Initials(script).Length;
        if (count == 0) return 0;
        var c = AsciiFold.Of(part[0]);
        if (script == NameScript.Latin) return c is >= 'a' and <= 'z' ? _initials[c - 'a'] : digest[5] % count;
        Span<byte> ofLetter = stackalloc byte[KeyedDigest.Size];
        KeyedDigest.Compute(_key, _salt, "initial", [c], ofLetter);
        return ofLetter[0] % count;
    }

    private static int Count(ReadOnlySpan<char> name)
    {
        var count = 0;
        foreach (var range in NameParts.Of(name))
            if (!NameParts.IsParticle(name[range])) count++;
        return count;
    }

    /// <summary>True for words before the last one, or after a comma those that follow it.</summary>
    private static bool IsGivenPlace(ReadOnlySpan<char> name, int index, int count) =>
        count > 1 && (name.Contains(',') ? index > 0 : index < count - 1);

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
