using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>What the properties and parameters of iCalendar (RFC 5545) and vCard (RFC 6350) hold, in words that field names use.</summary>
internal static class ContentProperties
{
    private const int LongestToken = 48;

    private const string Fields =
        "FN fullname NICKNAME nickname CN fullname SORT-AS surname X-PHONETIC-FIRST-NAME firstname "
        + "X-PHONETIC-LAST-NAME lastname X-SPOUSE fullname X-MANAGER fullname X-ASSISTANT fullname "
        + "X-MAIDENNAME maidenname AGENT fullname TEL phone EMAIL email BDAY birthdate DEATHDATE dateofdeath "
        + "ANNIVERSARY date BIRTHPLACE birthplace DEATHPLACE birthplace ORG company TITLE jobtitle ROLE jobtitle "
        + "LABEL address DTSTAMP timestamp CREATED createdat LAST-MODIFIED lastmodified REV lastmodified UID uuid "
        + "SEQUENCE sequence IMPP username X-SKYPE username X-SKYPE-USERNAME username X-AIM username X-ICQ username X-JABBER username "
        + "X-MSN username X-YAHOO username X-QQ username X-GTALK username X-GOOGLE-TALK username X-TWITTER username "
        + "X-GADUGADU username X-GROUPWISE username X-SOCIALPROFILE username X-ABRELATEDNAMES fullname";

    private static readonly FrozenDictionary<string, string> s_fields =
        Fields.Split(' ').Chunk(2).ToFrozenDictionary(static p => p[0], static p => p[1], StringComparer.Ordinal);

    private static readonly SearchValues<char> s_signs = SearchValues.Create("-+/.,;=\"_:");

    private static readonly ImmutableArray<string?> s_name = ["surname", "firstname", "middlename", null, null],
        s_address = ["address", "address", "street", "city", "county", "postalcode", null],
        s_organization = ["company", "company", "company"];

    /// <summary>Values that the standards list.</summary>
    private static readonly FrozenSet<string> s_tokens = new[]
    {
        "BEGIN", "END", "VERSION", "CALSCALE", "METHOD", "CLASS", "STATUS", "TRANSP", "ACTION", "PRIORITY", "KIND", "GENDER", "LANG", "TZ",
        "TYPE", "VALUE", "ENCODING", "CHARSET", "LANGUAGE", "ROLE", "PARTSTAT", "RSVP", "CUTYPE", "FBTYPE", "RANGE", "RELATED", "RELTYPE",
        "PREF", "MEDIATYPE", "FMTTYPE", "TZID", "TZNAME", "TZOFFSETFROM", "TZOFFSETTO", "X-WR-TIMEZONE", "RRULE", "DURATION", "TRIGGER",
        "REPEAT", "PERCENT-COMPLETE", "SCHEDULE-AGENT", "SCHEDULE-STATUS", "ALTID", "PID", "CALADRI", "INDEX", "LEVEL", "X-LIC-LOCATION",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The field's name; null for prose and what is not known.</summary>
    public static string? FieldOf(string property) => s_fields.GetValueOrDefault(property);

    /// <summary>The fields of a value that semicolons divide; empty for all others.</summary>
    public static ImmutableArray<string?> PartsOf(string property) => property switch
    {
        "N" => s_name,
        "ADR" => s_address,
        "ORG" => s_organization,
        _ => [],
    };

    /// <summary>True for a value that the standard gives to choose from: structure. What does not look like one is searched.</summary>
    public static bool IsToken(string property, ReadOnlySpan<char> value)
    {
        if (!s_tokens.Contains(property) || value.Length > LongestToken) return false;
        var digits = 0;
        foreach (var c in value)
        {
            if (char.IsAsciiDigit(c) && ++digits > 6) return false;
            if (!char.IsAsciiLetterOrDigit(c) && !s_signs.Contains(c)) return false;
        }
        return true;
    }
}
