namespace Redaction;

/// <summary>Redacts the parts of a container: a container knows no format but its own, and hands every part back through here.</summary>
internal interface IPartRedactor
{
    /// <summary>Redacts a part through the format that it is of.</summary>
    /// <param name="part">What the container says about it.</param>
    /// <param name="input">Its content, decoded; can be sought.</param>
    /// <param name="output">Receives it in the same format.</param>
    /// <param name="observer">Is notified of the plans; the container adds the place of the part.</param>
    /// <returns>False when no format reads the part: nothing was written, and the container releases nothing of it.</returns>
    /// <exception cref="RedactionException">A component failed, or a part that is text cannot be read; discard what was
    /// written.</exception>
    bool Redact(FilePart part, Stream input, Stream output, RedactionObserver observer);

    /// <summary>True when pictures are read: a container may then leave out to hand on one that shows nothing.</summary>
    bool ReadsPictures => false;

    /// <summary>What the caller has set for a format; null where nothing is set.</summary>
    TSettings? Settings<TSettings>()
        where TSettings : class => null;
}
