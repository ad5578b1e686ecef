using System.Text.Json;

namespace Redaction.Text;

/// <summary>Takes a token of a JSON text.</summary>
/// <param name="reader">Stands on the token.</param>
/// <param name="before">White space, comma: what stands between the token before and this one.</param>
/// <param name="token">The token's bytes, with the colon after a name; empty at the end of the text.</param>
internal delegate void JsonTokenHandler(ref Utf8JsonReader reader, ReadOnlySpan<byte> before, ReadOnlySpan<byte> token);
