using System.Buffers;
using System.Collections.Frozen;

namespace Redaction.Text.Locales.In;

/// <summary>Indian virtual payment address (Unified Payments Interface, NPCI): a name, an at sign, and the handle of a payment service,
/// which unlike a mail domain has no point.</summary>
internal sealed class Upi : ITextDetector
{
    private const int Longest = 64, LongestHandle = 32;
    private const float Known = 0.85f, Named = 0.8f;
    private static readonly EntityType s_type = new("in.upi");
    private static readonly SearchValues<char> s_local =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

    private static readonly ContextWords s_context = new("upi", "vpa", "upi id", "bhim", "gpay", "phonepe", "paytm", "payment address");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_handles = (
        "okhdfcbank okaxis oksbi okicici ybl ibl axl paytm ptaxis ptsbi ptyes pthdfc upi apl yapl rapl airtel sbi hdfcbank icici axisbank "
        + "kotak fbl barodampay pnb jupiteraxis freecharge mbk ikwik waaxis wahdfcbank waicici wasbi yesbank idfcbank aubank indus federal "
        + "cnrb boi unionbank postbank tapicici amazonpay naviaxis superyes slc fam abfspay kbl rbl dbs hsbc citi sc uco idbi")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static ITextDetector Detector { get; } = new Upi();

    public DetectorInfo Info { get; } = new("in.upi", s_type) { Locale = "in" };

    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        var text = source.Text;
        for (var at = text.IndexOf('@'); at >= 0;)
        {
            var start = at;
            while (start > 0 && at - start < Longest && s_local.Contains(text[start - 1])) start--;
            var end = at + 1;
            while (end < text.Length && end - at <= LongestHandle && char.IsAsciiLetterOrDigit(text[end])) end++;
            if (at - start >= 2 && end - at > 2 && IsFree(text, start, end)) Add(source, TextSpan.FromBounds(start, end), at, findings);
            var next = text[(at + 1)..].IndexOf('@');
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    private void Add(TextSource source, TextSpan span, int at, FindingSink<TextSpan> findings)
    {
        var handle = source.Text[(at + 1)..span.End];
        if (s_handles.Contains(handle)) findings.Add(new(s_type, span, Known, Info.Id));
        else if (!handle.ContainsAnyInRange('0', '9') && s_context.AreNear(source, span)) findings.Add(new(s_type, span, Named, Info.Id));
    }

    private static bool IsFree(ReadOnlySpan<char> text, int start, int end) =>
        (start == 0 || !(char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '@' or '+'))
        && (end == text.Length || !(char.IsLetterOrDigit(text[end]) || text[end] is '@' or '-' or '_'
            || (text[end] is '.' or ':' or '/' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]))));
}
