using System.Collections.Immutable;

namespace Redaction.Image;

/// <summary>How the <c>ffmpeg</c> that is installed reads and writes a format that libvips does not know.</summary>
/// <param name="Reader">Its name of the reader.</param>
/// <param name="Writer">Its arguments for the writer.</param>
/// <param name="Colors">Its names of grey, RGB and RGBA pixels as the writer takes them.</param>
internal sealed record OuterCoding(string Reader, ImmutableArray<string> Writer, (string Grey, string Rgb, string Rgba) Colors);
