namespace Redaction.Image;

/// <summary>Paints over a region so that what was there cannot be recovered.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public interface IImageOperator : IOperator
{
    /// <summary>The region to plan for a finding: its own box or a larger one. The planner cuts it at the edges of the image.</summary>
    PixelBox Cover(in Finding<PixelBox> finding) => finding.Region;

    /// <summary>A box around everything that <see cref="Paint"/> changes for a planned region.
    /// What it paints beyond is not written to every format.</summary>
    PixelBox Reach(PixelBox region) => region;

    /// <summary>Paints every pixel of the item's region; shapes other than boxes may go beyond it, within <see cref="Reach"/>.</summary>
    void Paint(PixelBuffer image, in PlannedRedaction<PixelBox> item);

    /// <summary>The same operator with options from a policy.</summary>
    /// <exception cref="ArgumentException">An option is unknown or unreadable; the message names the valid ones.</exception>
    IImageOperator Configure(OperatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.EnsureOnly(this);
        return this;
    }
}
