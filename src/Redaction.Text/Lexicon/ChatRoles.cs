namespace Redaction.Text;

/// <summary>Who speaks in a chat, by any name of the field.</summary>
internal static class ChatRoles
{
    private static readonly WordSet s_roles = new(
        "assistant user system tool function human gpt bot ai agent customer developer model chatgpt prompter observation caller "
        + "operator moderator narrator instruction critic judge environment");

    /// <summary>True for the part somebody plays in a chat.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => s_roles.Contains(word);
}
