using System.Globalization;
using System.Net;
using System.Text;

namespace Redaction.Evaluation;

/// <summary>Small plots as inline SVG; colours come from the page, so that they follow its light or dark scheme.</summary>
internal static class SvgPlot
{
    private const int Width = 320, Height = 200, Left = 36, Bottom = 24, Top = 8, Right = 8;

    /// <summary>A line through points within 0 and 1 on both axes.</summary>
    public static string Line(string title, string xAxis, string yAxis, IEnumerable<(double X, double Y)> points, bool diagonal = false)
    {
        var path = new StringBuilder();
        var dots = new StringBuilder();
        foreach (var (x, y) in points)
        {
            path.Append(F($"{(path.Length == 0 ? "M" : " L")}{X(x):0.#} {Y(y):0.#}"));
            dots.Append(F($"<circle class='dot' cx='{X(x):0.#}' cy='{Y(y):0.#}' r='2.5'><title>{x:0.###}, {y:0.###}</title></circle>"));
        }
        var guide = diagonal ? F($"<path class='guide' d='M{X(0):0.#} {Y(0):0.#} L{X(1):0.#} {Y(1):0.#}'/>") : "";
        return Frame(title, xAxis, yAxis, $"{guide}<path class='line' d='{path}'/>{dots}");
    }

    /// <summary>Bars side by side, with heights within 0 and 1.</summary>
    public static string Bars(string title, string xAxis, string yAxis, IReadOnlyList<(string Label, double? Height)> bars)
    {
        var body = new StringBuilder();
        var step = (double)(Width - Left - Right) / Math.Max(1, bars.Count);
        for (var i = 0; i < bars.Count; i++)
        {
            var height = bars[i].Height ?? 0;
            body.Append(
                F($"<rect class='bar' x='{Left + i * step + 1:0.#}' y='{Y(height):0.#}' width='{step - 2:0.#}' height='")
                + F($"{Y(0) - Y(height):0.#}'><title>{WebUtility.HtmlEncode(bars[i].Label)}: {height:0.###}</title></rect>"));
            if (bars.Count <= 6)
                body.Append(
                    F($"<text x='{Left + (i + 0.5) * step:0.#}' y='{Height - Bottom + 12}' text-anchor='middle'>")
                    + F($"{WebUtility.HtmlEncode(bars[i].Label)}</text>"));
        }
        return Frame(title, xAxis, yAxis, body.ToString());
    }

    private static string Frame(string title, string xAxis, string yAxis, string body) => F($"""
        <figure><figcaption>{WebUtility.HtmlEncode(title)}</figcaption>
        <svg viewBox='0 0 {Width} {Height}' role='img' aria-label='{WebUtility.HtmlEncode(title)}'>
        <path class='axis' d='M{Left} {Top} V{Height - Bottom} H{Width - Right}'/>
        <text x='{Left - 4}' y='{Top + 8}' text-anchor='end'>1</text><text x='{Left - 4}' y='{Height - Bottom}' text-anchor='end'>0</text>
        <text x='{Width - Right}' y='{Height - 8}' text-anchor='end'>{WebUtility.HtmlEncode(xAxis)}</text>
        <text x='{Left + 4}' y='{Top + 8}'>{WebUtility.HtmlEncode(yAxis)}</text>
        {body}</svg></figure>

        """);

    private static double X(double value) => Left + value * (Width - Left - Right);

    private static double Y(double value) => Height - Bottom - value * (Height - Bottom - Top);

    private static string F(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
