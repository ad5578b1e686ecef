using System.Buffers;
using System.Runtime.InteropServices;

namespace Redaction.Text;

/// <summary>The next part of a text, and the window that the rounds will plan when they have it.</summary>
internal sealed class WindowPiece : AheadPiece
{
    private readonly char[] _part;
    private readonly char[] _window;
    private readonly int _partLength;
    private readonly int _windowLength;

    public WindowPiece(ReadOnlySpan<char> part, ReadOnlySpan<char> window, long offset, bool isLast, long index)
    {
        (_part, _window) = (ArrayPool<char>.Shared.Rent(part.Length), ArrayPool<char>.Shared.Rent(window.Length));
        (_partLength, _windowLength, Offset, IsLast, Index) = (part.Length, window.Length, offset, isLast, index);
        part.CopyTo(_part);
        window.CopyTo(_window);
    }

    /// <summary>Text that was not handed out before.</summary>
    public ReadOnlySpan<char> Part => _part.AsSpan(0, _partLength);

    /// <summary>The window, ending with <see cref="Part"/>.</summary>
    public ReadOnlySpan<char> Window => _window.AsSpan(0, _windowLength);

    /// <summary>Number of the piece.</summary>
    public long Index { get; }

    /// <summary>The window, as it lies in memory.</summary>
    public ReadOnlySpan<byte> Content => MemoryMarshal.AsBytes(Window);

    /// <summary>Where the window begins in the text.</summary>
    public long Offset { get; }

    /// <summary>Nothing follows.</summary>
    public bool IsLast { get; }

    /// <summary>The plan of the window; null where it was not made.</summary>
    public RedactionPlan<TextSpan>? Plan { get; set; }

    public override void Dispose()
    {
        ArrayPool<char>.Shared.Return(_part, clearArray: true);
        ArrayPool<char>.Shared.Return(_window, clearArray: true);
    }
}
