using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Hosts of standards, schemas and licences: their addresses stand in every source file and lead to nobody.</summary>
internal static class PublicHosts
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_hosts = (
        "w3.org ietf.org datatracker.ietf.org tools.ietf.org rfc-editor.org iana.org iso.org unicode.org ecma-international.org gnu.org "
        + "fsf.org apache.org opensource.org spdx.org "
        + "creativecommons.org mozilla.org developer.mozilla.org json-schema.org json.schemastore.org schema.org schemas.microsoft.com "
            + "schemas.xmlsoap.org schemas.openxmlformats.org schemas.android.com "
        + "docbook.org semver.org purl.org xmlns.com keepachangelog.com conventionalcommits.org editorconfig.org ogp.me").Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True when an address without its scheme leads to one of them, by no user name and no query.</summary>
    public static bool Contains(ReadOnlySpan<char> address)
    {
        if (address.ContainsAny('@', '?', '~')) return false;
        var end = address.IndexOfAny('/', '#', ':');
        var host = end < 0 ? address : address[..end];
        return s_hosts.Contains(host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host);
    }
}
