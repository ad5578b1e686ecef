using System.Text;

namespace Redaction.Text;

/// <summary>What encoding a text is in.</summary>
/// <param name="Encoding">Reads strictly.</param>
/// <param name="MarkLength">Bytes of the byte order mark.</param>
internal readonly record struct DetectedEncoding(Encoding Encoding, int MarkLength = 0);
