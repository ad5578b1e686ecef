using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Redaction.Evaluation;

/// <summary>Numbers of a language in words, as ICU spells them (<c>Languages/numbers.txt</c>, written by <c>numbers.py</c>).</summary>
internal sealed class SpelledNumbers
{
    private static readonly FrozenDictionary<string, string> s_all = Read();

    private readonly string _language;

    public SpelledNumbers(string language)
    {
        _language = language;
        Hundreds = [.. Enumerable.Range(100, 900).Where(n => s_all.ContainsKey(Key(n)))];
        Years = [.. Enumerable.Range(1940, 70).Where(n => s_all.ContainsKey(YearKey(n)))];
    }

    /// <summary>Numbers of three digits that are known.</summary>
    public ImmutableArray<int> Hundreds { get; }

    /// <summary>Years of birth that are known.</summary>
    public ImmutableArray<int> Years { get; }

    /// <summary>The words of a number; null for one of three digits that is not known.</summary>
    public string? Find(int number) => s_all.GetValueOrDefault(Key(number));

    /// <summary>The words of a number up to 99.</summary>
    public string Say(int number) => s_all[Key(number)];

    /// <summary>The words of a year.</summary>
    public string Year(int year) => s_all[YearKey(year)];

    private string Key(int number) => string.Create(CultureInfo.InvariantCulture, $"{_language} {number}");

    private string YearKey(int year) => string.Create(CultureInfo.InvariantCulture, $"{_language} year {year}");

    private static FrozenDictionary<string, string> Read()
    {
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        using var reader = LanguageTexts.Open("numbers");
        while (reader.ReadLine() is { } line)
            if (!line.StartsWith('#') && line.Split(": ", 2) is [var key, var words]) numbers.Add(key, words);
        return numbers.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
