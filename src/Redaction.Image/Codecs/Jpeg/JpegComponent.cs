namespace Redaction.Image;

/// <summary>A component (luma or one of the chromas) of a baseline JPEG.</summary>
/// <param name="Id">The id by which the scan names it.</param>
/// <param name="Horizontal">Blocks across in an MCU.</param>
/// <param name="Vertical">Blocks down in an MCU.</param>
/// <param name="Steps">Quantisation steps in zigzag order.</param>
internal sealed record JpegComponent(byte Id, int Horizontal, int Vertical, ushort[] Steps)
{
    /// <summary>Index of the DC table, 0 to 3.</summary>
    public int Dc { get; init; }

    /// <summary>Index of the AC table, 4 to 7.</summary>
    public int Ac { get; init; }
}
