using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.DateTime;
using Microsoft.Recognizers.Text.NumberWithUnit;
using Microsoft.Recognizers.Text.Sequence;

namespace Redaction.Recognizers;

/// <summary>Dates, telephone numbers and amounts of money of one culture.</summary>
internal sealed class RecognizedValues : ITextDetector
{
    private const float Score = 0.5f;
    private static readonly EntityType s_amount = new("amount");

    /// <summary>Two days on which a text is read: what is another date on each depends on the day, and tells nobody's.</summary>
    private static readonly DateTime s_someDay = new(2003, 2, 5), s_otherDay = new(2014, 9, 20);

    private readonly DateTimeModel? _dates;
    private readonly IModel? _phones;
    private readonly CurrencyModel? _amounts;

    /// <exception cref="ArgumentException">There is no model at all.</exception>
    public RecognizedValues(string culture)
    {
        Info = new("recognizers." + culture, [EntityTypes.Date, EntityTypes.Phone, s_amount]);
        _dates = Model(() => new DateTimeRecognizer(culture).GetDateTimeModel(culture, fallbackToDefaultCulture: false));
        _phones = Model(() => new SequenceRecognizer(culture).GetPhoneNumberModel(culture, fallbackToDefaultCulture: false));
        _amounts = Model(() => new NumberWithUnitRecognizer(culture).GetCurrencyModel(culture, fallbackToDefaultCulture: false));
        if (_dates is null && _phones is null && _amounts is null)
            throw new ArgumentException($"There are no models for '{culture}'.", nameof(culture));
    }

    public DetectorInfo Info { get; }

    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        if (source.Text.IsEmpty) return;
        var text = source.Text.ToString();
        if (_dates is not null) AddDates(text, findings);
        Add(text, _phones?.Parse(text), EntityTypes.Phone, findings);
        Add(text, _amounts?.Parse(text), s_amount, findings);
    }

    private void AddDates(string text, FindingSink<TextSpan> findings)
    {
        var found = _dates!.Parse(text, s_someDay).Where(IsDate).ToArray();
        if (found.Length == 0) return;
        var other = _dates.Parse(text, s_otherDay).Where(IsDate).Select(static r => (r.Start, r.End, Timex(r))).ToHashSet();
        Add(text, found.Where(r => other.Contains((r.Start, r.End, Timex(r)))), EntityTypes.Date, findings);
    }

    private void Add(string text, IEnumerable<ModelResult>? results, EntityType type, FindingSink<TextSpan> findings)
    {
        foreach (var result in results ?? [])
        {
            var (start, end) = (Math.Max(0, result.Start), Math.Min(text.Length, result.End + 1));
            if (start < end) findings.Add(new(type, TextSpan.FromBounds(start, end), Score, Info.Id));
        }
    }

    private static bool IsDate(ModelResult result) =>
        result.TypeName is "datetimeV2.date" or "datetimeV2.datetime" or "datetimeV2.daterange" or "datetimeV2.datetimerange"
        && Timex(result).Any(char.IsAsciiDigit);

    /// <summary>The dates that a result stands for, in the language of TIMEX3.</summary>
    private static string Timex(ModelResult result) =>
        result.Resolution?.GetValueOrDefault("values") is IEnumerable<IDictionary<string, string>> values
            ? string.Join(' ', values.Select(static v => v.TryGetValue("timex", out var timex) ? timex : ""))
            : "";

    private static TModel? Model<TModel>(Func<TModel> make)
        where TModel : class
    {
        try
        {
            return make();
        }
        catch (ArgumentException)
        {
            return null; // the culture has no model of this kind
        }
    }
}
