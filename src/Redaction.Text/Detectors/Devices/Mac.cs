using System.Buffers;

namespace Redaction.Text;

/// <summary>Hardware addresses (IEEE EUI-48 and EUI-64): pairs joined by colons or hyphens, groups of four joined by dots, and twelve
/// digits together after the word "MAC". All zeros and all ones name no device.</summary>
internal sealed class Mac : ITextDetector
{
    private const int WordReach = 32;
    private const int MaxGroups = 9;
    private static readonly SearchValues<char> s_joiners = SearchValues.Create(":-.");
    private static readonly SearchValues<string> s_word = SearchValues.Create(["mac"], StringComparison.OrdinalIgnoreCase);
    private static readonly ContextWords s_context = new(
        "mac", "hardware address", "physical address", "ethernet", "bssid", "eui", "hwaddr", "ether", "bluetooth", "wifi", "lladdr");

    public static ITextDetector Detector { get; } = new Mac();

    public DetectorInfo Info { get; } = new("mac", EntityTypes.Mac) { IsSelfEvident = true };

    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(s_joiners);
            if (step < 0) break;
            var joiner = position + step;
            var span = Joined(text, joiner, text[joiner] == '.' ? 4 : 2);
            if (span.Length > 0 && IsFree(text, span, text[joiner]) && NamesDevice(text.Slice(span.Start, span.Length)))
                findings.Add(
                    new(EntityTypes.Mac, span, s_context.AreNear(source, span) ? 0.98f : text[joiner] == '.' ? 0.75f : 0.9f, Info.Id));
            position = Math.Max(joiner + 1, span.End);
        }
        Together(text, findings);
    }

    /// <summary>Groups of hexadecimal digits around the first joiner; empty when their number is not that of an address.</summary>
    private static TextSpan Joined(ReadOnlySpan<char> text, int joiner, int group)
    {
        var start = joiner - group;
        if (!IsGroup(text, start, group)) return default;
        var end = joiner;
        var groups = 1;
        while (groups < MaxGroups && end < text.Length && text[end] == text[joiner] && IsGroup(text, end + 1, group))
        {
            end += group + 1;
            groups++;
        }
        return (group == 2 ? groups is 6 or 8 : groups == 3) ? TextSpan.FromBounds(start, end) : default;
    }

    private static void Together(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(s_word);
            if (step < 0) return;
            var word = new TextSpan(position + step, 3);
            position = word.End;
            if (!Neighbourhood.IsFree(text, word, Boundary.Word)) continue;
            var limit = Math.Min(text.Length, word.End + WordReach);
            for (var i = word.End; i < limit; i++)
            {
                if (!char.IsAsciiHexDigit(text[i])) continue;
                var end = i;
                while (end < text.Length && end - i <= 12 && char.IsAsciiHexDigit(text[end])) end++;
                var span = TextSpan.FromBounds(i, end);
                if (span.Length == 12 && Neighbourhood.IsFree(text, span, Boundary.Word) && NamesDevice(text[i..end]))
                {
                    findings.Add(new(EntityTypes.Mac, span, 0.75f, "mac"));
                    position = end;
                    break;
                }
                i = end;
            }
        }
    }

    private static bool IsGroup(ReadOnlySpan<char> text, int start, int length) =>
        start >= 0 && start + length <= text.Length && IsHex(text.Slice(start, length));

    private static bool IsFree(ReadOnlySpan<char> text, TextSpan span, char joiner) =>
        Neighbourhood.IsFree(text, span, Boundary.Word)
        && !(span.Start > 1 && text[span.Start - 1] == joiner && Neighbourhood.IsWord(text[span.Start - 2]))
        && !(span.End + 1 < text.Length && text[span.End] == joiner && Neighbourhood.IsWord(text[span.End + 1]));

    private static bool IsHex(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiHexDigit(c)) return false;
        return true;
    }

    private static bool NamesDevice(ReadOnlySpan<char> value) => value.ContainsAnyExcept("0:-.") && value.ContainsAnyExcept("fF:-.");
}
