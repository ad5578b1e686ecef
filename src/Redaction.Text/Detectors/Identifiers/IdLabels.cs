using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Which names stand before numbers in running text, and how sure a number after one is.</summary>
internal static class IdLabels
{
    private const int ShortestPlural = 4;
    private static readonly FrozenDictionary<string, float> s_scores = new Dictionary<string, float>(StringComparer.Ordinal)
    {
        ["medical-record"] = 0.85f,
        ["case-number"] = 0.75f,
        ["bar-number"] = 0.8f,
        ["health-provider"] = 0.8f,
        ["insurance-id"] = 0.8f,
        ["account-number"] = 0.75f,
        ["employee-id"] = 0.8f,
        ["national-id"] = 0.8f,
        ["us.ssn"] = 0.8f,
        ["passport"] = 0.85f,
        ["driving-licence"] = 0.85f,
        ["vehicle-id"] = 0.85f,
        ["license-plate"] = 0.8f,
        ["device-id"] = 0.8f,
        ["username"] = 0.75f,
        ["tracking-number"] = 0.75f,
        ["phone"] = 0.8f,
        ["security-code"] = 0.85f,
        ["card-expiry"] = 0.8f,
        ["secret"] = 0.75f,
        ["credit-card"] = 0.75f,
        ["date"] = 0.7f,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What "number" is in other languages, behind what it numbers.</summary>
    private const string NumberWords = "رقم номер numer číslo broj száma numarası αριθμός מספר شماره नंबर "
        + "št br бр sz szám nro número numéro raqami нөмірі дугаар नं क्रमांक নং নম্বর எண் నంబర్ ಸಂಖ್ಯೆ നമ്പർ අංකය nömrəsi nomor дугаар";

    private static readonly WordSet s_links = new("is was it it's it’s n no number nr num id are s es est ist è 是 为 är er "
        + "on to var jest je "
        + "هو هي серия серии серії series serie seria seri " + NumberWords);

    /// <summary>Words that say on what a code stands: <c>PIN-Code der Karte</c>, <c>digits on the back of my card</c>.</summary>
    private static readonly string[] s_cardWords = (
        "back card carta carte cartao cartão da de del della der die deiner do dos herso ihrer kaart kaarten kart karta karte karten "
        + "kartin "
        + "kartın kartu kartice kartes kortelės картки картица картата karty kort kortet kortin kártya la ma meiner my na of om on op "
        + "os parte achterzijde het på rear retro reverse reverso "
        + "rovescio rückseite "
        + "sul su sur tarjeta the tu tylu verso votre your zadní карте карты карта на обороте").Split(' ');

    private static readonly WordSet s_ofCard = new(string.Join(' ', s_cardWords));

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_ends =
        FieldVocabulary.LastWords.Concat(["is", "was", "number", "no", "nr", "num", "id", "are", "es", "est", "ist", "it", "its", "s"])
            .Concat(NumberWords.Split(' ').Select(FieldVocabulary.FoldAll))
            .Concat(s_cardWords.Where(static w => w.StartsWith("ca", StringComparison.Ordinal)
                || w.StartsWith("ka", StringComparison.Ordinal)
                || w.StartsWith("ko", StringComparison.Ordinal) || w.StartsWith("ка", StringComparison.Ordinal)
                || w is "back" or "tarjeta" or "rückseite" or "verso" or "reverso" or "retro")
                .Select(FieldVocabulary.FoldAll))
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The types of all labels.</summary>
    public static IEnumerable<EntityType> Types => s_scores.Keys.Order(StringComparer.Ordinal).Select(static name => new EntityType(name));

    /// <summary>True where a label may end in this word.</summary>
    public static bool MayEndIn(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[32];
        word = WithoutAnd(word);
        if (word.Length > folded.Length) return false;
        var last = folded[..FieldVocabulary.Fold(word, folded)];
        if (last is "groups") return false; // of accounts
        if (s_ends.Contains(last)) return true;
        if (last.Length > ShortestPlural && last[^1] == 's' && s_ends.Contains(last[..^1])) return true;
        return (LabelWords.WithoutNumber(last) is { Length: > 0 } stem && s_ends.Contains(stem)) || LabelWords.HeadOf(last).Length > 0;
    }

    /// <summary>True for a word that says on what a code stands.</summary>
    public static bool IsOfCard(ReadOnlySpan<char> word) => s_ofCard.Contains(word);

    /// <summary>True for what stands on a card, or belongs to it.</summary>
    public static bool IsOnCard(EntityType type) =>
        type == EntityTypes.Secret || type == EntityTypes.CreditCard || type.Name is "security-code" or "card-expiry";

    /// <summary>True for a word between a label and its value.</summary>
    public static bool IsLink(ReadOnlySpan<char> word) => s_links.Contains(word);

    /// <summary>An Arabic word without the "and" that is joined to its article: <c>والهاتف</c>.</summary>
    private static ReadOnlySpan<char> WithoutAnd(ReadOnlySpan<char> word) => word.StartsWith("وال") ? word[1..] : word;

    /// <summary>The type that a label gives to a number, and how sure it is; false for names of other values.</summary>
    /// <param name="label">Words of which the last are the label.</param>
    /// <param name="type">The type.</param>
    /// <param name="score">How sure a number after the label and a colon is.</param>
    /// <param name="start">Where the label begins in the words.</param>
    public static bool TryGet(ReadOnlySpan<char> label, out EntityType type, out float score, out int start)
    {
        (type, score) = (default, 0f);
        if (FieldVocabulary.OfLabel(label, out start) is not { Type.Name: not null } meaning)
        {
            var last = label.LastIndexOf(' ') + 1;
            var word = WithoutAnd(label[last..]);
            if (word.Length == label.Length - last
                || FieldVocabulary.OfLabel(word, out start) is not { Type.Name: not null } joined) return false;
            (meaning, start) = (joined, label.Length - word.Length + start);
        }
        type = meaning.Type;
        return s_scores.TryGetValue(type.Name, out score);
    }
}
