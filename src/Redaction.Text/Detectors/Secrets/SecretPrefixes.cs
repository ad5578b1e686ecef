using System.Buffers;

namespace Redaction.Text;

/// <summary>How the keys of one issuer begin, and what follows.</summary>
/// <param name="Prefix">Literal start.</param>
/// <param name="Min">Fewest characters after the prefix.</param>
/// <param name="Max">Most characters after the prefix.</param>
internal readonly record struct SecretPrefix(string Prefix, int Min, int Max);

/// <summary>The published prefixes of keys and tokens.</summary>
internal static class SecretPrefixes
{
    public static readonly SecretPrefix[] All =
    [
        new("AKIA", 16, 16), new("ASIA", 16, 16), new("ABIA", 16, 16), new("ACCA", 16, 16), // Amazon Web Services key ids
        // GitHub
        new("ghp_", 36, 36), new("gho_", 36, 36), new("ghu_", 36, 36), new("ghs_", 36, 36), new("ghr_", 36, 76), new("github_pat_", 60, 90),
        new("glpat-", 20, 64), new("gldt-", 20, 64), new("glrt-", 20, 64), new("glptt-", 40, 40), // GitLab
        // Slack
        new("xoxb-", 20, 200), new("xoxa-", 20, 200), new("xoxp-", 20, 200), new("xoxr-", 20, 200), new("xoxs-", 20, 200),
        new("xapp-", 20, 200),
        // Stripe
        new("sk_live_", 16, 247), new("sk_test_", 16, 247), new("rk_live_", 16, 247), new("rk_test_", 16, 247), new("pk_live_", 16, 247),
        new("whsec_", 24, 64),
        new("AIza", 35, 35), new("ya29.", 30, 400), new("GOCSPX-", 28, 28), // Google
        // Anthropic, OpenAI, OpenRouter
        new("sk-ant-", 20, 200), new("sk-proj-", 20, 250), new("sk-svcacct-", 20, 250), new("sk-or-", 20, 120), new("sk-", 20, 120),
        new("npm_", 36, 36), new("pypi-", 60, 300), new("rubygems_", 48, 48), new("dckr_pat_", 27, 27), new("hf_", 30, 40), // registries
        new("SG.", 60, 70), new("key-", 32, 32), new("SK", 32, 32), // SendGrid, Mailgun, Twilio
        // Shopify, Square
        new("shpat_", 32, 32), new("shpss_", 32, 32), new("shpca_", 32, 32), new("sq0atp-", 22, 22), new("sq0csp-", 43, 43),
        new("EAAA", 60, 60),
        // DigitalOcean, Vault, Tailscale, Linear, Notion
        new("dop_v1_", 64, 64), new("doo_v1_", 64, 64), new("hvs.", 24, 200), new("tskey-", 16, 80), new("lin_api_", 40, 40),
        new("ntn_", 40, 50),
        // Databricks, Postman, Grafana, New Relic, Sentry, xAI, Groq, Replicate
        new("dapi", 32, 36), new("PMAK-", 59, 59), new("glsa_", 32, 50), new("NRAK-", 27, 27), new("sntrys_", 40, 300),
        new("xai-", 60, 100), new("gsk_", 40, 60), new("r8_", 37, 40),
    ];

    public static readonly SearchValues<string> Search =
        SearchValues.Create([.. All.Select(static p => p.Prefix), "eyJ"], StringComparison.Ordinal);
}
