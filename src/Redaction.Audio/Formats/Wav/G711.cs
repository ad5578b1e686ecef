namespace Redaction.Audio;

/// <summary>A-law and µ-law (ITU-T G.711).</summary>
internal static class G711
{
    private const int Bias = 0x84;
    private const int MuLawClip = 32635;

    public static short DecodeMuLaw(byte code)
    {
        var value = ~code;
        var magnitude = (((value & 0x0F) << 3) + Bias) << ((value & 0x70) >> 4);
        return (short)((value & 0x80) != 0 ? Bias - magnitude : magnitude - Bias);
    }

    public static byte EncodeMuLaw(short sample)
    {
        var sign = sample < 0 ? 0x80 : 0;
        var magnitude = Math.Min(Math.Abs((int)sample), MuLawClip) + Bias;
        var exponent = int.Log2(magnitude) - 7;
        return (byte)~(sign | (exponent << 4) | ((magnitude >> (exponent + 3)) & 0x0F));
    }

    public static short DecodeALaw(byte code)
    {
        var value = code ^ 0x55;
        var exponent = (value & 0x70) >> 4;
        var magnitude = ((value & 0x0F) << 4) + 8;
        if (exponent > 0) magnitude = (magnitude + 0x100) << (exponent - 1);
        return (short)((value & 0x80) != 0 ? magnitude : -magnitude);
    }

    public static byte EncodeALaw(short sample)
    {
        var sign = sample >= 0 ? 0x80 : 0;
        var magnitude = sample >= 0 ? sample : -(sample + 1);
        var exponent = magnitude < 0x100 ? 0 : int.Log2(magnitude) - 7;
        var mantissa = (magnitude >> (exponent == 0 ? 4 : exponent + 3)) & 0x0F;
        return (byte)((sign | (exponent << 4) | mantissa) ^ 0x55);
    }
}
