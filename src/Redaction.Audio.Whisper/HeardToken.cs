namespace Redaction.Audio.Whisper;

/// <summary>A piece of what was heard.</summary>
/// <param name="Text">Its text, with the space before it.</param>
/// <param name="From">When it begins, in milliseconds.</param>
/// <param name="To">When it ends, in milliseconds.</param>
internal readonly record struct HeardToken(string Text, long From, long To)
{
    /// <summary>A mark of the model (<c>[_BEG_]</c>, <c>&lt;|en|&gt;</c>), which nobody says.</summary>
    public bool IsMark => Text.StartsWith("[_", StringComparison.Ordinal)
        || (Text.StartsWith("<|", StringComparison.Ordinal) && Text.EndsWith("|>", StringComparison.Ordinal));

    /// <summary>It ends or begins within a character.</summary>
    public bool IsCut => Text.Contains('\uFFFD');

    /// <summary>Returns the length only.</summary>
    public override string ToString() => $"HeardToken({Text.Length})";
}
