namespace Redaction.TestKit;

/// <summary>A text that must never leave the input: not in messages, logs, plans or reports.</summary>
public static class Canary
{
    public const string Text = "canary-7f3q-plover";
}
