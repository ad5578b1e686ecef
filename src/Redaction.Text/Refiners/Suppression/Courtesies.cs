using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Greetings, thanks and goodbyes in many languages (<c>Merci beaucoup. Bonne journée</c>, <c>Dzień dobry</c>) are nobody's name:
/// what a model found in them alone is lowered, and what begins or ends with one is cut to the rest.</summary>
internal sealed class Courtesies : IFindingRefiner<TextSource, TextSpan>
{
    private const string Model = "names";
    private const int Fewest = 2;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_words = (
        "a até bald bientôt bis breve görüşmek hasta hezky hezký kívánok logo presto pronto přeji üzere shledanou ziens tot weekend "
        + "abend adiós ahoj anticipadamente attentamente beaucoup bardzo baie beste besten bitte boa bom bonjour bonne bonsoir bună buna "
        + "buenas buenos buona buonasera buongiorno cám căn ciao cordiali cordialement cordialmente cześć dank danke den dankie děkuji "
        + "dekuji dia dias días ďakujem distinti do dobar dobro dobrý dobry dobrou dobré doei donc ederim efter en eftermiddag estimada "
        + "estimado freundliche freundlichen für gode goede goedemiddag goedemorgen god goda gracias grazie groeten grüße grüßen guten "
        + "guten gruß günaydın günler hallo hälsningar haluamme hartelijke hei hej hejsan hello hilsen hola hvala hyvää iyi jó jour "
        + "journée "
        + "jutro kasih kiitos kind kveld kväll köszönöm köszönjük laku lep lijepa liebe ljubim mange matin medvänlig merci merhaba "
        + "met mit moi moin molte morgen morgon morning mulțumesc multumesc muchas mycket na nacht napot nap noite noches notte noć "
        + "obrigada obrigado olá ole para paljon päivää pagi pozdravem pozdrav pozdrawiam prego proszę prosím regards salut salutari "
        + "saludos "
        + "saluti schön selamat sehr siang sincères s přátelským så szép szépen tack tag takk tarde tardes teşekkür teşekkürler terima "
        + "terve tschüss tusen un una venlig vennlig vi vielen viele viszontlátásra viszlát widzenia xin chào cảm ơn zdravím zdravo ziua "
        + "dziękuję dzień dobranoc dzięki good great evening afternoon night спасибо большое добрый день вечер доброе утро здравствуйте "
        + "привет дякую доброго дня ранку благодаря хвала лијепо ευχαριστώ πολύ καλημέρα καλησπέρα γεια σας").Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <inheritdoc/>
    public string Id => "courtesies";

    /// <inheritdoc/>
    public void Refine(TextSource source, FindingSink<TextSpan> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        for (int i = 0, count = findings.Count; i < count; i++)
        {
            var finding = findings.Items[i];
            if (finding.Score <= Scores.Suppressed || !finding.Detector.StartsWith(Model, StringComparison.Ordinal)) continue;
            if (finding.Type == EntityTypes.Person || finding.Type == EntityTypes.Organization || finding.Type == EntityTypes.Location)
                if (AreCourteous(source.Text, finding.Region)) findings.SetScore(i, Scores.Suppressed);
        }
    }

    /// <summary>"Grazie mille"; alone it is a name in the north.</summary>
    private static bool IsMille(ReadOnlySpan<char> text, int start, int end) =>
        text[start..end] is "mille" && text[..start].EndsWith("razie ", StringComparison.Ordinal);

    /// <summary>Two such words or more and nothing else; the second may stand behind the finding.</summary>
    private static bool AreCourteous(ReadOnlySpan<char> text, TextSpan region)
    {
        var words = 0;
        for (var i = region.Start; i < region.End;)
        {
            var end = AddressText.WordEnd(text, i);
            if (end == i) { i++; continue; }
            if (!s_words.Contains(text[i..end]) && !IsMille(text, i, end)) return false;
            words++;
            i = end;
        }
        if (words is 0 or >= Fewest || text[region.Start..region.End] is "mille") return words > 0;
        if (region.End + 1 >= text.Length || text[region.End] != ' ') return false;
        return s_words.Contains(text[(region.End + 1)..AddressText.WordEnd(text, region.End + 1)]);
    }
}
