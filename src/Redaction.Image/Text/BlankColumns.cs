namespace Redaction.Image;

/// <summary>Measures the white between the characters of a line, where the recogniser is unsure of spaces.</summary>
internal static class BlankColumns
{
    private const float Ink = 0.33f; // of the line's contrast: what a column of ink has at least
    private const float Reach = 0.75f; // heights of the line between a character and ink that may be its own

    /// <summary>Gives each character the widest run of columns without ink since the middle of the one before it.</summary>
    /// <returns>The share of the columns with ink that have a character near them: little where the line is of a script that the
    /// recogniser does not know.</returns>
    public static float Measure(ReadOnlySpan<float> planes, int width, int height, List<SeenCharacter> characters)
    {
        if (characters.Count == 0) return 0;
        var contrast = new float[width];
        var least = Ink * Contrast(planes.Slice(width * height, width * height), width, height, contrast); // green stands for grey
        var before = 0;
        for (var i = 0; i < characters.Count; i++)
        {
            if (characters[i].Text == " ") continue;
            var middle = Math.Clamp((int)(characters[i].Middle * width), 0, width - 1);
            characters[i] =
                characters[i] with { Gap = (float)Widest(contrast.AsSpan(before, Math.Max(0, middle - before)), least) / width };
            before = middle;
        }
        return Covered(contrast, least, (int)(Reach * height), characters);
    }

    private static float Covered(ReadOnlySpan<float> contrast, float least, int reach, List<SeenCharacter> characters)
    {
        int ink = 0, near = 0, next = 0, until = 0;
        for (var x = 0; x < contrast.Length; x++)
        {
            for (; next < characters.Count && characters[next].Start * contrast.Length - reach <= x; next++)
                if (characters[next].Text != " ") until = Math.Max(until, (int)(characters[next].End * contrast.Length) + reach);
            if (contrast[x] < least) continue;
            ink++;
            if (x < until) near++;
        }
        return ink == 0 ? 1 : (float)near / ink;
    }

    /// <summary>Lightest minus darkest of each column; returns what most columns of ink reach.</summary>
    private static float Contrast(ReadOnlySpan<float> grey, int width, int height, float[] contrast)
    {
        int top = height / 6, bottom = height - height / 6;
        for (var x = 0; x < width; x++)
        {
            float low = float.MaxValue, high = float.MinValue;
            for (var y = top; y < bottom; y++)
            {
                var value = grey[y * width + x];
                low = Math.Min(low, value);
                high = Math.Max(high, value);
            }
            contrast[x] = high - low;
        }
        var sorted = (float[])contrast.Clone();
        Array.Sort(sorted);
        return sorted[width * 9 / 10];
    }

    private static int Widest(ReadOnlySpan<float> contrast, float least)
    {
        int widest = 0, run = 0;
        foreach (var value in contrast)
        {
            run = value < least ? run + 1 : 0;
            widest = Math.Max(widest, run);
        }
        return widest;
    }
}
