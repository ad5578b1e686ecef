using System.Buffers;
using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Keys and tokens of further issuers, by the formats they document: a prefix at the beginning of a run of letters, digits and
/// joining signs, a mark inside it, or the shape of all its parts.</summary>
internal static class SecretShapes
{
    private const int KeyLength = 3, LettersOfHuggingFace = 34;
    private static readonly SearchValues<char> s_hex = SearchValues.Create("0123456789abcdef");

    private static readonly FrozenDictionary<string, SecretPrefix[]>.AlternateLookup<ReadOnlySpan<char>> s_prefixes =
        new SecretPrefix[]
        {
            // GitLab, Slack, Atlassian, Adobe, age, Alibaba, Artifactory, Amazon Bedrock
            new("glcbt-", 20, 64), new("glffct-", 20, 64), new("glimt-", 20, 64), new("glagent-", 40, 64), new("glsoat-", 20, 64),
            new("gloas-", 64, 64), new("glft-", 20, 64), new("GR1348941", 20, 40), new("xoxe-", 100, 260), new("xoxe.xox", 100, 260),
            new("ATATT3", 120, 260), new("ATCTT3", 120, 260), new("ATBB", 32, 32), new("ATTA", 64, 72), new("p8e-", 32, 32),
            new("AGE-SECRET-KEY-1", 58, 58), new("LTAI", 16, 22), new("AKCp", 60, 75), new("ABSK", 100, 270),
            // Clojars, Cloudflare, Contentful, DigitalOcean, Docker, Doppler, Duffel, Dynatrace, EasyPost, Figma
            new("CLOJARS_", 60, 60), new("v1.0-", 150, 190), new("CFPAT-", 43, 43), new("dor_v1_", 64, 64), new("dckr_oat_", 27, 40),
            new("dp.pt.", 40, 50), new("dp.st.", 40, 80), new("dp.ct.", 40, 50), new("dp.sa.", 40, 50), new("duffel_live_", 43, 43),
            new("duffel_test_", 43, 43), new("dt0c01.", 80, 100), new("dt0s16.", 60, 100), new("EZAK", 54, 54), new("EZTK", 54, 54),
            new("figd_", 35, 60),
            // Flutterwave, Frame.io, Fly.io, Grafana, Harness, Heroku, HubSpot, Hugging Face, Infracost, Intra42
            new("FLWSECK-", 32, 48), new("FLWSECK_TEST-", 12, 48), new("FLWPUBK_TEST-", 12, 48), new("fio-u-", 64, 64), new("fo1_", 43, 43),
            new("fm1r_", 100, 500), new("fm2_", 100, 700), new("glc_", 32, 400), new("pat.", 60, 75), new("sat.", 60, 75),
            new("HRKU-AA", 58, 58), new("pat-na1-", 36, 36), new("pat-eu1-", 36, 36), new("api_org_", 34, 34), new("ico-", 32, 32),
            new("s-s4t2ud-", 64, 64), new("s-s4t2af-", 64, 64),
            // Mapbox, Meta, Netlify, New Relic, Notion, NuGet, NVIDIA, Octopus, 1Password, Perplexity, PlanetScale, Prefect, Pulumi
            new("pk.eyJ", 60, 250), new("sk.eyJ", 60, 250), new("EAA", 100, 300), new("nfp_", 36, 40), new("NRJS-", 19, 19),
            new("NRII-", 32, 32), new("NRAA-", 27, 27), new("NRRA-", 42, 42), new("secret_", 43, 43), new("oy2", 43, 43), new("nvapi-",
                60, 70),
            new("API-", 26, 36), new("ops_eyJ", 200, 600), new("pplx-", 40, 56), new("pscale_tkn_", 32, 64), new("pscale_oauth_", 32, 64),
            new("pscale_pw_", 32, 64), new("pnu_", 36, 36), new("pul-", 40, 40),
            // ReadMe, Scalingo, Brevo, Sentry, SettleMint, Shippo, Shopify, Sourcegraph, Stripe, Supabase, Typeform, Vault, Yandex
            new("rdme_", 70, 70), new("tk-us-", 48, 48), new("xkeysib-", 80, 90), new("sntryu_", 64, 64), new("sm_aat_", 16, 40),
            new("sm_pat_", 16, 40), new("sm_sat_", 16, 40), new("shippo_live_", 40, 40), new("shippo_test_", 40, 40), new("shppa_", 32, 32),
            new("sgp_", 40, 64), new("slk_", 64, 64), new("sk_prod_", 10, 99), new("rk_prod_", 10, 99), new("sbp_", 40, 44),
            new("tfp_", 50, 64), new("hvb.", 100, 400), new("hvr.", 24, 400), new("AQVN", 34, 40), new("YCA", 36, 40),
            // Adafruit, Apify, Buildkite, CircleCI, crates.io, E2B, LangSmith, PostHog, Render, Tavily, WakaTime
            new("aio_", 28, 28), new("apify_api_", 34, 40), new("bkua_", 40, 40), new("CCIPAT_", 50, 80), new("CCIPRJ_", 50, 80),
            new("cio", 32, 32), new("e2b_", 40, 44), new("lsv2_pt_", 40, 50), new("lsv2_sk_", 40, 50), new("phx_", 40, 50), new("rnd_",
                28, 32),
            new("tvly-", 28, 40), new("waka_", 36, 36),
        }.GroupBy(static p => p.Prefix[..KeyLength]).ToFrozenDictionary(static g => g.Key, static g => g.ToArray())
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The key that is, or begins with, a run from <paramref name="start"/> to <paramref name="end"/>; empty when it is
    /// none.</summary>
    public static TextSpan At(ReadOnlySpan<char> text, int start, int end)
    {
        while (end > start && text[end - 1] is '.' or '-') end--;
        var run = text[start..end];
        if (run.Length < KeyLength + 10 || !LooksRandom(run)) return default;
        if (s_prefixes.TryGetValue(run[..KeyLength], out var prefixes))
            foreach (ref readonly var prefix in prefixes.AsSpan())
                if (run.Length - prefix.Prefix.Length is var rest && rest >= prefix.Min && rest <= prefix.Max
                    && run.StartsWith(prefix.Prefix, StringComparison.Ordinal) && run[prefix.Prefix.Length..].ContainsAnyInRange('0', '9'))
                    return new(start, run.Length);
        return IsTerraform(run) || IsMailchimp(run) || IsDiscord(run) ? new(start, run.Length) : Telegram(text, start, run);
    }

    /// <summary>Fourteen signs, <c>.atlasv1.</c>, sixty to seventy signs.</summary>
    private static bool IsTerraform(ReadOnlySpan<char> run) => run.Length is >= 80 and <= 100 && run[14..].StartsWith(".atlasv1.");

    /// <summary>Thirty-two hexadecimal digits and the data centre: <c>-us12</c>.</summary>
    private static bool IsMailchimp(ReadOnlySpan<char> run) => run.Length is 36 or 37 && run[32..].StartsWith("-us")
        && !run[..32].ContainsAnyExcept(s_hex) && !run[35..].ContainsAnyExceptInRange('0', '9');

    /// <summary>A bot: its id in base64, a time of six signs, 27 to 38 signs.</summary>
    private static bool IsDiscord(ReadOnlySpan<char> run)
    {
        if (run.Length is < 58 or > 76 || run[0] is not ('M' or 'N' or 'O')) return false;
        var first = run.IndexOf('.');
        return first is >= 23 and <= 28 && run.Length > first + 8 && run[first + 7] == '.' && run[(first + 8)..].Length is >= 27 and <= 38
            && run[(first + 8)..].IndexOf('.') < 0;
    }

    /// <summary>A bot: its number, a colon, <c>AA</c> and 33 signs.</summary>
    private static TextSpan Telegram(ReadOnlySpan<char> text, int start, ReadOnlySpan<char> run)
    {
        if (run.Length != 35 || !run.StartsWith("AA") || start < 9 || text[start - 1] != ':') return default;
        var number = start - 1;
        while (number > 0 && start - number < 12 && char.IsAsciiDigit(text[number - 1])) number--;
        return start - 1 - number is >= 8 and <= 10 ? TextSpan.FromBounds(number, start + run.Length) : default;
    }

    /// <summary>The key of Hugging Face that begins here: letters alone, which a search for digits passes over.</summary>
    public static TextSpan OfLetters(ReadOnlySpan<char> text, int at)
    {
        if (at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] == '_')) return default;
        var start = at + text[at..].IndexOf('_') + 1;
        if (text[at] == 'a') start = at + "api_org_".Length;
        var end = start;
        while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
        var isWhole = end == text.Length || !(char.IsAsciiDigit(text[end]) || text[end] == '_');
        return end - start == LettersOfHuggingFace && isWhole && text[start..end].ContainsAnyInRange('A', 'Z')
            && text[start..end].ContainsAnyInRange('a', 'z') ? TextSpan.FromBounds(at, end) : default;
    }

    private static bool LooksRandom(ReadOnlySpan<char> run) =>
        run.ContainsAnyInRange('0', '9') && (run.ContainsAnyInRange('a', 'z') || run.ContainsAnyInRange('A', 'Z'));
}
