using Redaction.Audio;
using Redaction.Text;

namespace Redaction.Batch;

/// <summary>What a file is, and who reads it.</summary>
internal sealed record FileClass(ItemKind Kind, string Format, IDocumentFormat? Document, ITranscriptFormat? Transcript);
