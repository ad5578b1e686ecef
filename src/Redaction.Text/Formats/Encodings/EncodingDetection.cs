using System.Buffers;
using System.Text;

namespace Redaction.Text;

/// <summary>Says which encoding a text is in: a byte order mark, then what the text declares, then what its bytes can be.</summary>
internal static class EncodingDetection
{
    private const string Component = "text";

    /// <summary>The encoding of what is left of a stream.</summary>
    /// <param name="input">Stays where it is where it can be sought; else it is replaced by one that gives the same bytes.</param>
    /// <param name="syntax">How texts of the format declare their encoding.</param>
    /// <exception cref="RedactionException">The encoding is not known (<see cref="ErrorCodes.InvalidEncoding"/>).</exception>
    public static DetectedEncoding Of(ref Stream input, DeclarationSyntax syntax)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ByteSurvey.Chunk);
        try
        {
            var survey = new ByteSurvey();
            var start = input.CanSeek ? input.Position : 0;
            var length = input.ReadAtLeast(buffer.AsSpan(0, ByteSurvey.Chunk), ByteSurvey.Chunk, throwOnEndOfStream: false);
            var head = buffer.AsSpan(0, length).ToArray();
            survey.Add(head);
            if (!input.CanSeek)
            {
                input = new PrefixedStream(head, input);
            }
            else
            {
                if (Mark(head) is null)
                    while (length > 0 && !survey.IsKnown)
                        survey.Add(buffer.AsSpan(0, length = input.Read(buffer.AsSpan(0, ByteSurvey.Chunk))));
                input.Position = start;
            }
            return Of(head, survey, syntax);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <summary>The encoding of bytes that stand alone, such as a header of a message; null when it is not known.</summary>
    public static Encoding? Of(ReadOnlySpan<byte> text)
    {
        var survey = new ByteSurvey();
        survey.Add(text);
        return survey.IsUtf8 ? CodePages.Utf8 : LegacyText.Guess(survey.Sample);
    }

    private static DetectedEncoding Of(ReadOnlySpan<byte> head, ByteSurvey survey, DeclarationSyntax syntax)
    {
        if (Mark(head) is { } marked) return marked;
        if (WideText.IsEbcdic(head)) throw TextEncoding.Unknown();
        if (survey.HasZeros && WideText.Guess(head) is { } wide) return new(wide);
        if (survey.HasZeros) return new(CodePages.Utf8); // refused when it is read
        var name = DeclaredEncoding.NameIn(head, syntax);
        if (name is not null && Honoured(name, head, survey, syntax) is { } declared) return new(declared);
        if (survey.IsUtf8) return new(survey.HasShifts && LegacyText.Shifting(survey.Sample) is { } shifting ? shifting : CodePages.Utf8);
        if (survey.IsMostlyUtf8) return new(CodePages.Utf8); // a damaged place, which is told when it is read
        if (LegacyText.Guess(survey.Sample) is { } guessed) return new(guessed);
        if (syntax == DeclarationSyntax.None) return new(CodePages.Utf8); // records: the bad ones are told when they are read
        throw TextEncoding.Unknown();
    }

    /// <summary>What a text says of itself, unless its bytes show that it is mistaken.</summary>
    private static Encoding? Honoured(string name, ReadOnlySpan<byte> head, ByteSurvey survey, DeclarationSyntax syntax)
    {
        var encoding = CodePages.Find(name);
        if (encoding is null)
        {
            // A comment may speak of anything; markup that is in no known encoding would be read otherwise by who receives it.
            if (syntax != DeclarationSyntax.Markup || survey is { IsUtf8: true, HasHighBytes: true }) return null;
            throw new RedactionException(ErrorCodes.InvalidEncoding, Component,
                "The file declares an encoding that is not read: convert it to UTF-8 and declare that.");
        }
        if (encoding is UTF8Encoding or UnicodeEncoding or UTF32Encoding) return null; // wide text has zeros and was seen before
        if (CodePages.IsShifting(encoding)) return survey.HasHighBytes ? null : encoding;
        if (!survey.HasHighBytes) return IsLikeAscii(encoding) ? null : encoding;
        return survey is { IsUtf8: true, HasLongSequences: true } || !LegacyText.IsValid(encoding, survey.Sample) ? null : encoding;
    }

    private static bool IsLikeAscii(Encoding encoding) => encoding.GetString("<az AZ 09>"u8) == "<az AZ 09>";

    private static DetectedEncoding? Mark(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => new(CodePages.Utf8, 3),
        [0xFF, 0xFE, 0, 0, ..] => new(CodePages.Utf32, 4),
        [0, 0, 0xFE, 0xFF, ..] => new(CodePages.Utf32BigEndian, 4),
        [0xFF, 0xFE, ..] => new(CodePages.Utf16, 2),
        [0xFE, 0xFF, ..] => new(CodePages.Utf16BigEndian, 2),
        _ => null,
    };
}
