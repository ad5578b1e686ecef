using System.Buffers;
using System.Text.Json;

namespace Redaction.Text;

/// <summary>Hands out the tokens of a JSON text of any length, with the bytes before each.</summary>
internal static class JsonTokens
{
    private const int FirstBuffer = 1 << 16;

    /// <exception cref="RedactionException">It is not valid JSON.</exception>
    public static void Read(Stream input, JsonTokenHandler take)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            var state = new JsonReaderState(Json.Options);
            var (length, before) = (0, 0);
            for (var ended = false; !ended;)
            {
                var read = input.ReadAtLeast(buffer.AsSpan(length), buffer.Length - length, throwOnEndOfStream: false);
                length += read;
                ended = length < buffer.Length;
                var done = Take(buffer.AsSpan(0, length), before, ended, ref state, take, out before);
                if (done == 0 && !ended) Json.Grow(ref buffer, length);
                buffer.AsSpan(done, length - done).CopyTo(buffer);
                length -= done;
            }
        }
        catch (JsonException e)
        {
            throw new RedactionException(ErrorCodes.Malformed, "json", JsonFault.Of("file", e));
        }
        catch (InvalidOperationException)
        {
            throw new RedactionException(ErrorCodes.InvalidEncoding, "json", "A name or value holds half a character.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <summary>Returns how many bytes are done with; white space before the next token is not, and <paramref name="pending"/> says how
    /// much of what stays the reader has seen.</summary>
    private static int Take(
        Span<byte> buffer, int seen, bool isFinal, ref JsonReaderState state, JsonTokenHandler take, out int pending)
    {
        if (seen == 0 && state.Equals(default(JsonReaderState)) && buffer.StartsWith("\uFEFF"u8)) seen = 3;
        var reader = new Utf8JsonReader(buffer[seen..], isFinal, state);
        var end = 0;
        while (reader.Read())
        {
            var (start, next) = (seen + (int)reader.TokenStartIndex, seen + (int)reader.BytesConsumed);
            take(ref reader, buffer[end..start], buffer[start..next]);
            end = next;
        }
        pending = seen + (int)reader.BytesConsumed - end;
        state = reader.CurrentState;
        if (isFinal) take(ref reader, buffer[end..], []);
        return isFinal ? buffer.Length : end;
    }
}
