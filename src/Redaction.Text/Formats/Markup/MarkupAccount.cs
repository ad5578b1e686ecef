using System.Runtime.InteropServices;

namespace Redaction.Text;

/// <summary>Which stretches of a window of markup are searched; what else its tokens hold is structure.</summary>
internal sealed class MarkupAccount
{
    private readonly List<TextSpan> _tokens = [];
    private readonly List<TextSpan> _searched = [];

    public void AddToken(TextSpan span) => _tokens.Add(span);

    public void AddSearched(TextSpan span) => _searched.Add(span);

    /// <summary>Tells the ledger of a part of the window; each part is told once.</summary>
    public void Count(TextSpan part, SearchLedger ledger)
    {
        var (all, searched) = (Within(_tokens, part), Within(_searched, part));
        ledger.AddSearched(searched);
        ledger.AddStructure(all - searched);
    }

    public void Clear()
    {
        _tokens.Clear();
        _searched.Clear();
    }

    /// <summary>Characters of the part that lie in the spans, which are sorted and lie apart.</summary>
    private static long Within(List<TextSpan> spans, TextSpan part)
    {
        long sum = 0;
        foreach (ref readonly var span in CollectionsMarshal.AsSpan(spans))
        {
            if (span.Start >= part.End) break;
            sum += Math.Max(0, Math.Min(span.End, part.End) - Math.Max(span.Start, part.Start));
        }
        return sum;
    }
}
