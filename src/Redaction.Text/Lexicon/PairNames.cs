using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>What the halves of a pair of name and value are called: <c>&lt;input name=… value=…&gt;</c>,
/// <c>{"key":…,"value":…}</c>.</summary>
internal static class PairNames
{
    private const int LongestLabel = 48;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_naming = new[]
    {
        "name", "key", "id", "field", "label", "property", "itemprop", "data-label", "data-field", "data-name", "data-title", "title",
        "autocomplete", "placeholder", "aria-label", "code", "attribute", "ss:name", "column", "data-column", "data-th", "data-key",
        "param", "formcontrolname", "question", "type", "system", "variable", "fieldname", "field_name", "displayname", "k",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_values = new[]
    {
        "value", "val", "v", "text", "string", "content", "data", "data-value", "defaultvalue", "stringvalue", "valuestring", "answer",
        "#text", "values", "number", "fieldvalue", "field_value", "response", "stringdata", "intvalue", "doublevalue", "longvalue",
        "numbervalue", "valueinteger",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_credentials = new[]
    {
        "token", "auth", "sig", "signature", "jwt", "sid", "session", "sessionid", "session_id", "session-id", "ticket", "nonce",
        "assertion", "samlresponse", "samlrequest", "csrf", "xsrf", "_csrf", "otp", "x-amz-signature", "x-amz-credential",
        "x-goog-signature", "x-ms-signature",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for what holds the name of the value beside it.</summary>
    public static bool IsNaming(ReadOnlySpan<char> name) => s_naming.Contains(name);

    /// <summary>True for what holds the value of whatever it stands in.</summary>
    public static bool IsValue(ReadOnlySpan<char> name) => s_values.Contains(name[(name.LastIndexOf(':') + 1)..]);

    /// <summary>True for a text that is nothing but the name of a value.</summary>
    public static bool IsLabel(ReadOnlySpan<char> text, out FieldMeaning meaning)
    {
        meaning = default;
        text = text.Trim();
        if (text.Length > LongestLabel || (text.Length > 0 && text[0] == '[' && text[^1] == ']')) return false; // what an operator wrote
        text = text.TrimEnd(":：*?. ");
        return !text.IsEmpty && FieldVocabulary.TryGet(text, out meaning) && meaning.Type.Name is not null;
    }

    /// <summary>What the name of a pair says of its value; null when it says nothing.</summary>
    public static FieldMeaning? MeaningOf(ReadOnlySpan<char> name) =>
        name.Length is 0 or > LongestLabel ? null
            : FieldVocabulary.Of(name) is { Type.Name: not null } meaning ? meaning : CredentialOf(name);

    /// <summary>What only a pair calls so (<c>{"name":"token","value":…}</c> of a query): elsewhere a token is a word, and a session a
    /// meeting.</summary>
    public static FieldMeaning? CredentialOf(ReadOnlySpan<char> name) =>
        s_credentials.Contains(name) ? new(EntityTypes.Secret, FieldKind.Code) : null;
}
