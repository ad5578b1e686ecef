namespace Redaction.Image;

/// <summary>Sides of a view at which the image goes on.</summary>
[Flags]
internal enum CutSides { None = 0, Left = 1, Top = 2, Right = 4, Bottom = 8 }
