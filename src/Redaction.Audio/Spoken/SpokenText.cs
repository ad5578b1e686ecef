using System.Collections.Immutable;

namespace Redaction.Audio;

/// <summary>Writes spoken numbers, letters and mail addresses as they are written:
/// <c>four one double two</c> becomes <c>4122</c>.</summary>
/// <remarks>Words that belong to no value stay; what is ambiguous ("a thirty six", "two of them") stays. Deterministic,
/// and linear in the length.</remarks>
internal static class SpokenText
{
    /// <summary>Writes a text; each character of the result knows the characters it was made from.</summary>
    /// <param name="text">What was said, with a line for each segment or turn.</param>
    /// <param name="language">Language tag such as <c>en-GB</c>; null lets the text tell.</param>
    public static RecoveredText<TextSpan> Normalise(string text, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new SpokenWords(text, SpokenLanguages.For(text, language));
        return SpokenView.Write(words, SpokenReading.Read(words))
            ?? new(text, text.Length == 0 ? [] : [new(new(0, text.Length), new(0, text.Length))]);
    }

    /// <summary>Writes recovered text, such as a transcript with times; each character of the result knows its
    /// place in the medium.</summary>
    /// <param name="spoken">What was said.</param>
    /// <param name="language">Language tag such as <c>en-GB</c>; null lets the text tell.</param>
    public static RecoveredText<TRegion> Normalise<TRegion>(RecoveredText<TRegion> spoken, string? language = null)
        where TRegion : struct, IRegion<TRegion>
    {
        ArgumentNullException.ThrowIfNull(spoken);
        var words = new SpokenWords(spoken.Text, SpokenLanguages.For(spoken.Text, language));
        if (SpokenView.Write(words, SpokenReading.Read(words)) is not { } written) return spoken;
        var pieces = ImmutableArray.CreateBuilder<TextPiece<TRegion>>(written.Pieces.Length);
        foreach (var piece in written.Pieces) pieces.Add(new(piece.Span, Place(spoken, piece.Region!.Value)));
        return new(written.Text.ToString(), pieces.MoveToImmutable());
    }

    private static TRegion? Place<TRegion>(RecoveredText<TRegion> spoken, TextSpan span)
        where TRegion : struct, IRegion<TRegion>
    {
        try
        {
            return spoken.Locate(span);
        }
        catch (RedactionException e) when (e.Code == ErrorCodes.NoTime)
        {
            return null; // known when the piece is asked for, as in the original
        }
    }
}
