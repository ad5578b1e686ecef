using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Redaction.Text;

/// <summary>What the bytes of a text show on the way through it: whether they are UTF-8, and a sample of the others.</summary>
internal sealed class ByteSurvey
{
    /// <summary>Bytes to be given at a time.</summary>
    public const int Chunk = 1 << 16;

    private readonly byte[] _rest = new byte[3];
    private byte[] _sample = [];
    private int _restLength;
    private int _valid;
    private int _invalid;

    /// <summary>True while all bytes are valid UTF-8.</summary>
    public bool IsUtf8 => _invalid == 0 && _restLength == 0;

    /// <summary>True when what is not valid is rare among what is.</summary>
    public bool IsMostlyUtf8 => _valid >= 4 * _invalid;

    /// <summary>True when there is anything but ASCII.</summary>
    public bool HasHighBytes { get; private set; }

    /// <summary>True when there are valid sequences of three bytes or more, which other encodings do not have by chance.</summary>
    public bool HasLongSequences { get; private set; }

    /// <summary>True when there are NUL bytes.</summary>
    public bool HasZeros { get; private set; }

    /// <summary>True when there are escapes as they stand in the encodings of ISO 2022.</summary>
    public bool HasShifts { get; private set; }

    /// <summary>True when further bytes would change nothing.</summary>
    public bool IsKnown => HasZeros || (_invalid > 64 && _sample.Length >= Chunk / 2);

    /// <summary>Bytes from the first line on that is not plain ASCII.</summary>
    public ReadOnlySpan<byte> Sample => _sample;

    /// <summary>Takes in the next bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        HasZeros |= bytes.Contains((byte)0);
        HasShifts |= bytes.IndexOf("\u001B$"u8) >= 0 || bytes.IndexOf("\u001B(J"u8) >= 0;
        if (_restLength == 0 && Ascii.IsValid(bytes))
        {
            if (HasShifts && _sample.Length == 0) _sample = bytes.ToArray();
            return;
        }
        HasHighBytes = true;
        Sampled(bytes);
        Span<byte> joined = _restLength == 0 ? [] : new byte[_restLength + bytes.Length];
        if (_restLength > 0)
        {
            _rest.AsSpan(0, _restLength).CopyTo(joined);
            bytes.CopyTo(joined[_restLength..]);
            bytes = joined;
            _restLength = 0;
        }
        Walk(bytes);
    }

    private void Sampled(ReadOnlySpan<byte> bytes)
    {
        if (_sample.Length >= Chunk) return;
        var first = _sample.Length > 0 ? 0 : Math.Max(0, bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F));
        if (_sample.Length == 0) first = bytes[..first].LastIndexOf((byte)'\n') + 1;
        _sample = [.. _sample, .. bytes[first..]];
    }

    private void Walk(ReadOnlySpan<byte> bytes)
    {
        if (_valid > 64 && HasLongSequences && bytes.Length > 4)
        {
            var end = bytes.Length; // a sequence may go on in the next bytes
            while (end > bytes.Length - 4 && (bytes[end - 1] & 0xC0) == 0x80) end--;
            if (end > 0 && bytes[end - 1] >= 0xC0) end--;
            if (Utf8.IsValid(bytes[..end])) bytes = bytes[end..];
        }
        while (!bytes.IsEmpty)
        {
            var ascii = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0) return;
            bytes = bytes[ascii..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var used);
            if (status == OperationStatus.NeedMoreData)
            {
                bytes.CopyTo(_rest);
                _restLength = bytes.Length;
                return;
            }
            if (status == OperationStatus.Done) _valid++;
            else _invalid++;
            HasLongSequences |= status == OperationStatus.Done && used > 2;
            bytes = bytes[used..];
        }
    }
}
