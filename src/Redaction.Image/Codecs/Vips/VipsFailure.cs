namespace Redaction.Image;

/// <summary>libvips refused. Its own message stays with it, since that may quote the file; the codec turns this into a code.</summary>
internal sealed class VipsFailure : Exception;
