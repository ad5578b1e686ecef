using System.Buffers;
using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>
/// The name of a column or JSON key tells what its values are: it raises what was found in them, makes a finding of the whole value where
/// the type is free text (names, addresses), and lowers weak findings in fields that systems fill (<c>created_at</c>, <c>version</c>).
/// </summary>
internal sealed class FieldNames : IFindingRefiner<TextSource, TextSpan>
{
    private const float Named = 0.9f, Guessed = 0.6f, Sure = 0.85f, Lowering = 0.5f;
    private const int LongestName = 80, LongestFree = 300;

    private static readonly SearchValues<char> s_signs = SearchValues.Create("_/\\@#:;()[]{}<>=");
    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_empty = new[]
    {
        "null", "none", "nil", "n/a", "na", "unknown", "not provided", "not available", "undefined", "nan",
        "true", "false", "yes", "no", "tbd", "test", "anonymous", "system", "admin", "root", "keine", "unbekannt", "inconnu",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <inheritdoc/>
    public string Id => "field-names";

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (source.Context.Field is not { } field || FieldVocabulary.Of(field) is not { } meaning) return;
        if (meaning.Kind is FieldKind.Timestamp or FieldKind.Technical) Lower(findings, meaning.Kind);
        else Expect(source.Text, meaning, findings);
    }

    /// <summary>What has a check digit or a word beside it that explains it scores high and stays.</summary>
    private static void Lower(FindingSink<TextSpan> findings, FieldKind kind)
    {
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings.Items[i];
            if (finding.Score < Sure || (kind == FieldKind.Timestamp && finding.Type == EntityTypes.Date))
                findings.SetScore(i, finding.Score * Lowering);
        }
    }

    private void Expect(ReadOnlySpan<char> text, FieldMeaning meaning, FindingSink<TextSpan> findings)
    {
        var value = Trim(text);
        if (value.Length == 0) return;
        var found = false;
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings.Items[i];
            if (meaning.Kind == FieldKind.Code || finding.Type == meaning.Type) findings.SetScore(i, MathF.Max(finding.Score, Named));
            found |= finding.Type == meaning.Type && finding.Region.Start <= value.Start && finding.Region.End >= value.End;
        }
        var written = text.Slice(value.Start, value.Length);
        if (found || s_empty.Contains(written) || !Fits(written, meaning, findings)) return;
        findings.Add(new(meaning.Type, value, meaning.Kind == FieldKind.Likely ? Guessed : Named, Id));
    }

    private static bool Fits(ReadOnlySpan<char> value, FieldMeaning meaning, FindingSink<TextSpan> findings) => meaning.Kind switch
    {
        FieldKind.Likely => LooksLikeName(value),
        FieldKind.Code => findings.Count == 0 && value.Length <= LongestName && FitsCode(value, meaning.Type),
        _ when meaning.Type == EntityTypes.Secret => value.Length <= LongestFree && !value.ContainsAny(" \t\n"),
        _ when meaning.Type == EntityTypes.Person => value.Length <= LongestName && HoldsLetter(value) && Words(value) <= 8,
        _ => value.Length <= LongestFree && HoldsLetter(value),
    };

    private static bool FitsCode(ReadOnlySpan<char> value, EntityType type)
    {
        var digits = 0;
        foreach (var c in value)
            if (char.IsDigit(c)) digits++;
        if (type == EntityTypes.Email) return value.Contains('@');
        if (type == EntityTypes.Age) return digits is > 0 and <= 3 && value.Length <= 12;
        return digits >= (type == EntityTypes.Date ? 2 : 3);
    }

    /// <summary>One to four capitalised words without digits.</summary>
    private static bool LooksLikeName(ReadOnlySpan<char> value)
    {
        if (value.Length is < 3 or > 60 || value.ContainsAny(s_digits)) return false;
        var words = 0;
        foreach (var part in value.Split(' '))
        {
            var word = value[part];
            if (word.IsEmpty || !char.IsUpper(word[0]) || word.ContainsAny(s_signs)) return false;
            words++;
        }
        return words is >= 2 and <= 4;
    }

    private static bool HoldsLetter(ReadOnlySpan<char> value)
    {
        foreach (var c in value)
            if (char.IsLetter(c)) return true;
        return false;
    }

    private static int Words(ReadOnlySpan<char> value) => value.Count(' ') + 1;

    private static TextSpan Trim(ReadOnlySpan<char> text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return TextSpan.FromBounds(start, end);
    }
}
