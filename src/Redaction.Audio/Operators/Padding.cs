namespace Redaction.Audio;

/// <summary>The option that every audio operator has.</summary>
internal static class Padding
{
    public const int Default = 250;

    public static OperatorOption Option { get; } =
        new("paddingMs", "integer", "250", "Milliseconds added on both sides of a span, 0 to 5000.");

    public static int Read(OperatorOptions options) => options.Integer(Option.Name, Default, 0, 5000);
}
