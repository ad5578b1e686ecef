using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>What attributes of directories hold (RFC 4519, RFC 2798, RFC 2307), in words that field names use.</summary>
internal static class DirectoryAttributes
{
    private const string Fields =
        "CN fullname SN surname GIVENNAME firstname GN firstname DISPLAYNAME fullname INITIALS initials GECOS fullname UID username "
        + "USERID username SAMACCOUNTNAME username USERPRINCIPALNAME username MAILNICKNAME username MEMBERUID username MAIL email "
        + "RFC822MAILBOX email PROXYADDRESSES email MAILALTERNATEADDRESS email TELEPHONENUMBER phone MOBILE phone HOMEPHONE phone "
        + "PAGER phone FACSIMILETELEPHONENUMBER phone USERPASSWORD password UNICODEPWD password SAMBANTPASSWORD password "
        + "HOMEPOSTALADDRESS address POSTALADDRESS address REGISTEREDADDRESS address STREET street STREETADDRESS street L city "
        + "POSTALCODE postalcode O company TITLE jobtitle EMPLOYEENUMBER employeenumber EMPLOYEEID employeenumber";

    private const string Words =
        "VERSION OBJECTCLASS CHANGETYPE OBJECTCATEGORY STRUCTURALOBJECTCLASS UIDNUMBER GIDNUMBER LOGINSHELL SHADOWMAX SHADOWMIN "
        + "SHADOWWARNING ADD DELETE REPLACE NEWRDN DELETEOLDRDN";

    private static readonly FrozenDictionary<string, string> s_fields =
        Fields.Split(' ').Chunk(2).ToFrozenDictionary(static p => p[0], static p => p[1], StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_words = Words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The field's name; the attribute's own in small letters where the standards say no more.</summary>
    public static string FieldOf(string attribute) => s_fields.GetValueOrDefault(attribute) ?? attribute.ToLowerInvariant();

    /// <summary>True for a word that a schema lists: structure. What holds more than letters and a few digits is searched.</summary>
    public static bool IsToken(string attribute, ReadOnlySpan<char> value)
    {
        if (!s_words.Contains(attribute) || value.Length > 48) return false;
        var digits = 0;
        foreach (var c in value)
            if (char.IsAsciiDigit(c) ? ++digits > 6 : !char.IsAsciiLetter(c) && c is not ('-' or '/')) return false;
        return true;
    }
}
