using System.Buffers;
using BenchmarkDotNet.Attributes;
using Redaction.Text;

namespace Redaction.Benchmarks;

/// <summary>A search for phrases of several scripts, beside <see cref="SearchValues{T}"/> of the same phrases:
/// in 100 KB of ASCII, and in as many Cyrillic letters.</summary>
public class PhraseSearchBench
{
    private static readonly string[] s_phrases = ["ssid", "wifi", "wlan", "hotspot", "parolă", "пароль для", "无线", "無線", "热点", "와이파이"];
    private static readonly PhraseSearch s_search = new(s_phrases);
    private static readonly SearchValues<string> s_values = SearchValues.Create(s_phrases, StringComparison.OrdinalIgnoreCase);
    private static readonly string s_cyrillic = string.Create(Prose.Length, 0, static (text, _) =>
    {
        for (var i = 0; i < text.Length; i++)
            text[i] = Prose.Clean[i] is >= 'a' and <= 'z' and var c ? (char)('а' + c - 'a') : Prose.Clean[i];
    });

    [Benchmark]
    public int Ascii() => s_search.Next(Prose.Clean, 0);

    [Benchmark]
    public int AsciiSearchValues() => Prose.Clean.AsSpan().IndexOfAny(s_values);

    [Benchmark]
    public int Cyrillic() => s_search.Next(s_cyrillic, 0);

    [Benchmark]
    public int CyrillicSearchValues() => s_cyrillic.AsSpan().IndexOfAny(s_values);
}
