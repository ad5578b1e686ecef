namespace Redaction.Image;

/// <summary>Planes of red, green and blue that a model looks at.</summary>
/// <param name="planes">One after the other.</param>
/// <param name="isOwned">Whether they are given back with the view.</param>
internal readonly struct SampledView(RentedFloats planes, bool isOwned) : IDisposable
{
    public Memory<float> Values => planes.Memory;

    public void Dispose()
    {
        if (isOwned) planes.Dispose();
    }
}
