using System.Buffers;
using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>The account in the address of a profile page, with or without a scheme: <c>linkedin.com/in/x</c>, <c>github.com/x</c>,
/// <c>youtube.com/@x</c>.</summary>
internal static class ProfilePages
{
    private const int LongestHost = 40, Longest = 64, Shortest = 2;
    private static readonly SearchValues<string> s_search = SearchValues.Create(
        [".com/", ".me/", ".org/", ".net/", ".tv/", ".ru/", ".app/", ".co/", ".social/", ".page/", ".ly/", ".de/", ".jp/", ".cn/", ".gg/",
            ".chat/"], StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<char> s_host =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.");
    private static readonly SearchValues<char> s_name =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._%$~");

    /// <summary>What stands between host and account, in the order in which they are tried; one that ends in <c>!</c> needs the account at
    /// the end of the path.</summary>
    private static readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> s_sites = (
        "linkedin.com in/ pub/;github.com !;gist.github.com ;gitlab.com !;bitbucket.org !;codeberg.org !;huggingface.co "
        + "!;twitter.com @ !;x.com !;instagram.com !;facebook.com people/ !;fb.com !;fb.me !;m.me !;t.me !;telegram.me !;"
        + "tiktok.com @;youtube.com @ user/ c/;medium.com @;threads.net @;threads.com @;reddit.com user/ u/;pinterest.com "
        + "!;snapchat.com add/ t/;twitch.tv !;vk.com !;ok.ru profile/ !;weibo.com u/ n/;soundcloud.com !;behance.net !;"
        + "dribbble.com !;keybase.io !;orcid.org !;researchgate.net profile/;xing.com profile/;stackoverflow.com users/;"
        + "steamcommunity.com id/ profiles/;bsky.app profile/;patreon.com !;venmo.com u/ !;paypal.me !;paypal.com "
        + "paypalme/;cash.app $ !;discord.com users/;kaggle.com !;codepen.io !;npmjs.com ~;leetcode.com u/ !;strava.com "
        + "athletes/;last.fm user/;flickr.com people/ photos/;quora.com profile/;about.me !;linktr.ee !;mastodon.social @;"
        + "replit.com @;dev.to !;deviantart.com !;wattpad.com user/;goodreads.com user/show/;letterboxd.com !;ko-fi.com !;"
        + "onlyfans.com !;line.me ti/p/ R/ti/p/;zhihu.com people/;space.bilibili.com !;douban.com people/;qiita.com !;"
        + "note.com !;tumblr.com !;viadeo.com p/;hackerrank.com profile/ !;hackerone.com !;scholar.google.com !;"
        + "ravelry.com people/;chess.com member/;lichess.org @/;duolingo.com profile/;couchsurfing.com people/;airbnb.com "
        + "users/show/").Split(';').Select(static s => s.Split(' '))
        .ToFrozenDictionary(static s => s[0], static s => s[1..], StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_pages = (
        "about login signin signup join logout search explore settings pricing features orgs topics sponsors watch share "
        + "sharer intent home hashtag p reel reels stories tv company jobs help privacy terms legal policy policies blog "
        + "docs developers developer api apps marketplace notifications messages groups pages events games videos photo "
        + "photos playlist channel feed trending new people in i status contact security enterprise team collections "
        + "readme dashboard sitemap sitemap.xml robots.txt favicon.ico index.html index.php download downloads install "
        + "support datasets models spaces discussions competitions user users u profile photo.php profile.php joinchat "
        + "addstickers s c plugins dialog tr categories downloads directory press ads business careers learn")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Adds the accounts.</summary>
    public static void Find(ReadOnlySpan<char> text, FindingSink<TextSpan> findings)
    {
        for (var position = 0; position < text.Length;)
        {
            var step = text[position..].IndexOfAny(s_search);
            if (step < 0) return;
            var at = position + step;
            var slash = at + text[at..].IndexOf('/');
            position = slash + 1;
            var span = Forms(text, slash) is { } forms ? Account(text, forms, slash + 1) : default;
            if (span.Length < Shortest) continue;
            findings.Add(new(UserName.Type, span, 0.85f, UserName.Id));
            position = span.End;
        }
    }

    private static string[]? Forms(ReadOnlySpan<char> text, int slash)
    {
        var host = text[Math.Max(0, slash - LongestHost)..slash];
        host = host[(host.LastIndexOfAnyExcept(s_host) + 1)..];
        if (s_sites.TryGetValue(host, out var forms)) return forms;
        return host.IndexOf('.') is > 0 and var dot && s_sites.TryGetValue(host[(dot + 1)..], out forms) ? forms : null; // www., no., m.
    }

    private static TextSpan Account(ReadOnlySpan<char> text, string[] forms, int start)
    {
        foreach (var form in forms)
        {
            if (form != "!" && !text[start..].StartsWith(form, StringComparison.OrdinalIgnoreCase)) continue;
            var from = form != "!" ? start + form.Length : start < text.Length && text[start] == '@' ? start + 1 : start;
            var rest = text[from..Math.Min(text.Length, from + Longest)];
            var length = Length(rest);
            if (length == 0) continue;
            var isLast = length == rest.Length || rest[length] != '/' || length + 1 == rest.Length
                || !s_name.Contains(rest[length + 1]);
            if (form == "!" && ((!isLast && !IsOwn(rest, length)) || s_pages.Contains(rest[..length]))) continue;
            return new(from, length);
        }
        return default;
    }

    /// <summary>What only persons have below their name: their settings, their page, a folder of their own name.</summary>
    private static bool IsOwn(ReadOnlySpan<char> rest, int length)
    {
        var below = rest[(length + 1)..];
        var end = Length(below[0] == '.' ? below[1..] : below) + (below[0] == '.' ? 1 : 0);
        below = below[..end];
        return below is "dotfiles" or ".dotfiles" or "nixos-config" or ".emacs.d" or ".config"
            || below.StartsWith(rest[..length], StringComparison.OrdinalIgnoreCase)
                && below[length..] is "" or ".github.io" or ".gitlab.io" or ".codeberg.page";
    }

    /// <summary>Letters of every script; a point at the end belongs to the sentence.</summary>
    private static int Length(ReadOnlySpan<char> rest)
    {
        var length = 0;
        while (length < rest.Length && (s_name.Contains(rest[length]) || (rest[length] > '\u00BF' && char.IsLetter(rest[length]))))
            length++;
        while (length > 0 && rest[length - 1] is '.' or '-' or '~') length--;
        return length;
    }
}
