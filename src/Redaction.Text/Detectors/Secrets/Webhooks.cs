using System.Buffers;

namespace Redaction.Text;

/// <summary>The secret part of addresses that whoever knows them may post to.</summary>
internal static class Webhooks
{
    private const int Longest = 300, ShortestToken = 16;

    private static readonly SearchValues<char> s_notHost = SearchValues.Create(" \t\n/\"<>");

    private static readonly string[] s_hosts =
    [
        "hooks.slack.com/services/", "hooks.slack.com/workflows/", "hooks.slack.com/triggers/", "discord.com/api/webhooks/",
        "discordapp.com/api/webhooks/", "hooks.zapier.com/hooks/catch/", "api.telegram.org/bot", "maker.ifttt.com/trigger/",
        "oapi.dingtalk.com/robot/send?access_token=", "open.feishu.cn/open-apis/bot/v2/hook/", "chat.googleapis.com/v1/spaces/",
    ];

    /// <summary>What follows the fixed part of such an address whose host begins at <paramref name="host"/>; empty for others.</summary>
    public static TextSpan TokenAt(ReadOnlySpan<char> text, int host)
    {
        if (host >= text.Length || (text[host] | 0x20) is not ('h' or 'd' or 'a' or 'm' or 'o' or 'c' or '1')) return OfOffice(text, host);
        foreach (var name in s_hosts)
        {
            if (!text[host..].StartsWith(name, StringComparison.OrdinalIgnoreCase)) continue;
            return Rest(text, host + name.Length);
        }
        return OfOffice(text, host);
    }

    /// <summary><c>….webhook.office.com/webhookb2/…</c>.</summary>
    private static TextSpan OfOffice(ReadOnlySpan<char> text, int host)
    {
        var window = text[Math.Min(host, text.Length)..Math.Min(text.Length, host + 120)];
        var at = window.IndexOf(".webhook.office.com/", StringComparison.OrdinalIgnoreCase);
        return at < 0 || window[..at].ContainsAny(s_notHost) ? default : Rest(text, host + at + 20);
    }

    private static TextSpan Rest(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < Longest && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '/' or '-' or '_'
            or '.' or '@'
            or ':' or '=' or '&' or '?' or '%')) end++;
        while (end > start && text[end - 1] is '.' or ':' or '?') end--;
        return end - start >= ShortestToken ? TextSpan.FromBounds(start, end) : default;
    }
}
