namespace Redaction.Text;

/// <summary>One header field of a message (RFC 5322 section 2.2).</summary>
/// <param name="Name">Name, as written.</param>
/// <param name="Value">Value: unfolded, encoded words (RFC 2047) read.</param>
/// <param name="Raw">Where the whole field with its line ends stands.</param>
internal readonly record struct MailField(string Name, string Value, Range Raw)
{
    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
