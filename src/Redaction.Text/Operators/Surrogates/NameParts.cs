using System.Collections.Frozen;
using System.Globalization;

namespace Redaction.Text;

/// <summary>Cuts a person's name into the words it is made of.</summary>
internal static class NameParts
{
    private static readonly FrozenSet<string> s_particles = FrozenSet.ToFrozenSet(
        [
            "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "dame", "madam", "herr", "frau", "fräulein", "monsieur", "madame",
            "mademoiselle", "mme", "mlle",
            "señor", "señora", "señorita", "don", "doña", "signor", "signora", "dott", "ing", "dipl", "von", "van", "vom", "zu", "zur",
            "de", "der", "den", "del", "della", "di",
            "da", "do", "dos", "das", "du", "la", "le", "les", "al", "el", "bin", "ibn", "ben", "bint", "y", "und", "and", "jr", "sr", "ii",
            "iii", "iv", "phd", "md", "esq",
        ],
        StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_lookup =
        s_particles.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for titles, for words such as "von" that many names share, and for the s of a genitive.</summary>
    public static bool IsParticle(ReadOnlySpan<char> part) => part is "s" || s_lookup.Contains(part);

    public static Walker Of(ReadOnlySpan<char> name) => new(name);

    /// <summary>The ranges of the words: letters with their marks, and apostrophes between letters.</summary>
    public ref struct Walker(ReadOnlySpan<char> name)
    {
        private readonly ReadOnlySpan<char> _name = name;
        private int _end;

        public Range Current { get; private set; }

        public readonly Walker GetEnumerator() => this;

        public bool MoveNext()
        {
            var start = _end;
            while (start < _name.Length && !IsLetter(_name[start])) start++;
            if (start == _name.Length) return false;
            _end = start + 1;
            while (_end < _name.Length && (IsLetter(_name[_end]) || IsInner(_name, _end))) _end++;
            Current = start.._end;
            return true;
        }

        private static bool IsLetter(char c) =>
            char.IsLetter(c) || char.IsSurrogate(c)
                || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

        /// <summary>An apostrophe within a name, but not the one of a genitive: "O'Neil" is one word, "Jane's" is two.</summary>
        private static bool IsInner(ReadOnlySpan<char> name, int i) =>
            name[i] is '\'' or '\u2019' && i + 2 < name.Length && IsLetter(name[i + 1]) && IsLetter(name[i + 2]);
    }
}
