namespace Redaction.Audio;

/// <summary>Words that mail addresses are made of.</summary>
internal static class MailWords
{
    /// <summary>Number of words of a mail provider's name at a word; 0 when there is none.</summary>
    public static int Provider(in SpokenWords words, int index) => words.Match(index, WordKinds.Provider, out _);

    /// <summary>"at the rate of gmail", "at the gmail": an article that is not part of the domain.</summary>
    public static bool IsSkipped(ReadOnlySpan<char> word) => word is "the" or "um" or "uh" or "er";
}
