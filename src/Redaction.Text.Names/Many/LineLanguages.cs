using System.Buffers;
using System.Collections.Frozen;
using System.Numerics;

namespace Redaction.Text.Names;

/// <summary>Tells the language of a line by its script, and in Latin letters by everyday words and by letters that few languages have.
/// </summary>
internal static class LineLanguages
{
    private const int Longest = 16, FirstOther = 9, MostWords = 200, BySpecial = 2, MostSpecial = 4, Fewest = 2, FewestOfText = 5,
        FewestGreek = 3, FewestLetters = 2, Telling = 4;

    private static readonly SearchValues<char> s_notUkrainian = SearchValues.Create("ўјљњћђџќѓѕәғқңөұүһъыэёЎЈЉЊЋЂЏЌЃЅӘҒҚҢӨҰҮҺЪЫЭЁ");
    private static readonly SearchValues<char> s_ukrainian = SearchValues.Create("іїєґІЇЄҐ");
    private static readonly SearchValues<char> s_notArabic = SearchValues.Create("پچژگڤٹڈڑےںۆێەی");

    private static readonly string[] s_words =
    [
        "ve bir bu için ile olarak çok daha olan ne gibi sonra kadar değil ama her ben mi mı bunu göre ancak var yok sen biz "
            + "dedi ya diye tüm yeni sadece zaman iyi onu onun benim onlar şekilde ayrıca tekrar olur tarafından gerçekten yarın "
            + "istiyorum şey",
        "nie się jest że na do to jak przez oraz który która które dla od po ale czy tak był była jego przy są będzie może roku "
            + "ze za pan pani jesteś jestem mnie tego mogę cię chcę tym ona proszę bardzo masz było możesz mój chcesz być tylko kiedy "
            + "kto jeszcze jej teraz muszę nigdy dlaczego nic wszystko gdzie coś",
        "je se na že do to pro jsem jak ale který která které jako byl byla podle nebo když jeho od po před aby není má ve ze "
            + "za tak si jsou jsi mám rád bych jsme proč bys chci tady prosím být ještě můj něco musíš než kdo tam dnes teď nikdo "
            + "velmi toho kde hodně bude moje svůj",
        "az és hogy nem egy is meg de van volt csak mint már ha ez azt még vagy mert szerint lesz után között kell aki ami "
            + "nincs ezt vagyok nagyon nekem itt miért minden hol sem jól fel kérlek vannak milyen vagyunk sok túl mindenki amit "
            + "tudom senki mikor valami valamit mindig úgy tegnap soha engem szeretnék lenne voltam",
        "și în de la cu pe nu că din este care pentru mai sunt au fost să se ce prin sau după lui ale unei unui iar al ai fi am "
            + "asta voi îmi foarte ești cine meu când rog noi bine făcut într acest despre mea unde această nimeni îți dacă poate "
            + "cineva aici acum doar fără avem toți cât",
        "och att det som på är av för inte med den till har jag ett från ska också sig hon efter mycket eller när han vi kan de "
            + "du mig vad här måste vill hur behöver bara skulle alla gör varför ingen upp där oss vem honom hade borde får går bra "
            + "några inga",
        "og at det som på er for ikke med den til har jeg et fra skal også sig hun efter meget eller når af der blev han vi kan "
            + "de du mig var hvad hvor dette din denne går hvem alle ingen aldrig kom havde hvorfor vores hvordan disse hver noget "
            + "igen kunne",
        "là và của không có cho được với các một những này trong để đã người tôi anh ông bà từ tại về khi theo ở cũng như đến "
            + "bạn làm rất đang cái cậu nào hơn chúng mình nên muốn hãy rồi quá đừng phải đâu còn tới lên đây thật lại thích nói",
        "yang dan di dengan untuk pada itu ini dari tidak adalah akan ke oleh dalam juga karena saya kami mereka dia ada bisa "
            + "sudah kamu apakah pergi ingin suatu harus sangat jangan tolong lebih punya sebuah sedang orang berapa seperti baru "
            + "telah seorang saja bagaimana banyak beberapa menjadi pernah siapa secara semua",
        "the of and to in is that for with on was are be this it as at by from have not you your we an or if he she do no all "
            + "can will has",
        "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie "
            + "nach wird bei",
        "le la les de des et un une est en du que pour dans qui sur pas par au plus avec ce il se ne je vous nous son sa",
        "el la de que en los del se las por un para con no una su al lo como más es ha fue",
        "di che il la per un non in una sono da del con si le dei come al più ha della è gli nel",
        "de que do da em um para com não uma os no se na por mais as dos como mas ao foi são",
        "de het van een en in is dat op te zijn met voor niet aan er om ook als bij maar hij ik",
    ];

    private static readonly (string Letters, int Language)[] s_letters =
    [
        ("ğışİĞŞ", 0), ("łąęńśźżŁĄĘŃŚŹŻ", 1), ("ěřůčšžďťňýĚŘŮČŠŽĎŤŇÝ", 2), ("őűŐŰ", 3), ("ășțşţĂȘȚŞŢ", 4), ("åäöÅ", 5), ("æøåÆØÅ", 6),
        ("đơưĐƠƯ", 7),
    ];

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> s_masks = Masks();

    /// <summary>The languages that a number stands for: first those in Latin letters.</summary>
    public static readonly ManyLanguage[] All =
    [
        new("tr", true, 2, 0, 0, -2.5f),
        new("pl", true, 4, 0, 0, -1),
        new("cs", true, 3, 0, 1, -1),
        new("hu", true, 2, 0, 1, -1),
        new("ro", true, 2, 2, 0, -1),
        new("sv", true, 0, 1, 0, -2),
        new("da", true, 1, 0, 2, -2.5f),
        new("vi", true, 4, 0, 0, -1),
        new("id", true, 0, 0, 1, 0, ReadsSmall: true),
        new("zh", false, 4, 0, 2, -1.5f),
        new("ja", false, 3, 0, 4, -2),
        new("ko", false, 4, 0, 0, -2),
        new("ar", false, 3, 0, 1, -2),
        new("he", false, 4, 0, 1, -2),
        new("el", false, 3, 0, 0, -3),
        new("uk", false, 3, 2, 1, -2),
        new("hi", false, 4, 0, 2, -1),
    ];

    private const int Chinese = 9, Japanese = 10, Korean = 11, Arabic = 12, Hebrew = 13, Greek = 14, Ukrainian = 15, Hindi = 16;

    /// <summary>The language of most of a text in Latin letters, where it is one of ours; else null.</summary>
    public static ManyLanguage? OfText(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[s_words.Length];
        Count(text, counts, int.MaxValue);
        return Best(counts, FewestOfText);
    }

    /// <summary>The language of a line, or null for one that other models read.</summary>
    /// <param name="line">The line.</param>
    /// <param name="usual">The language of the text, which a line without everyday words has.</param>
    public static ManyLanguage? OfLine(ReadOnlySpan<char> line, ManyLanguage? usual)
    {
        if (ByScript(line) is { } byScript) return byScript;
        Span<int> counts = stackalloc int[s_words.Length];
        Count(line, counts, MostWords);
        if (Best(counts, Fewest) is { } best) return best;
        foreach (var count in counts[FirstOther..])
            if (count >= Fewest) return null;
        return usual is { IsLatin: true } && HasLetters(line) ? usual : null;
    }

    private static bool HasLetters(ReadOnlySpan<char> line)
    {
        foreach (var c in line)
            if (ManyScripts.Of(c) == ManyScripts.Latin && char.IsLetter(c)) return true;
        return false;
    }

    private static ManyLanguage? ByScript(ReadOnlySpan<char> line)
    {
        if (line.IndexOfAnyExceptInRange('\0', '\u036F') < 0) return null;
        Span<int> letters = stackalloc int[10];
        letters.Clear();
        foreach (var c in line)
            if (c >= '\u0370' && ManyScripts.Of(c) is var script and > ManyScripts.Latin) letters[script]++;
        if (letters[ManyScripts.Hiragana] + letters[ManyScripts.Katakana] >= FewestLetters) return All[Japanese];
        if (letters[ManyScripts.Hangul] >= FewestLetters) return All[Korean];
        if (letters[ManyScripts.Han] >= FewestLetters) return All[Chinese];
        if (letters[ManyScripts.Arabic] >= FewestLetters) return line.ContainsAny(s_notArabic) ? null : All[Arabic];
        if (letters[ManyScripts.Hebrew] >= FewestLetters) return All[Hebrew];
        if (letters[ManyScripts.Devanagari] >= FewestLetters) return All[Hindi];
        if (letters[ManyScripts.Greek] >= FewestGreek && HasWord(line)) return All[Greek];
        return letters[ManyScripts.Cyrillic] > FewestLetters && line.ContainsAny(s_ukrainian) && !line.ContainsAny(s_notUkrainian)
            ? All[Ukrainian] : null;
    }

    /// <summary>Three Greek letters beside each other, which formulas do not have.</summary>
    private static bool HasWord(ReadOnlySpan<char> line)
    {
        var run = 0;
        foreach (var c in line)
        {
            run = ManyScripts.Of(c) == ManyScripts.Greek && char.IsLetter(c) ? run + 1 : 0;
            if (run == FewestGreek) return true;
        }
        return false;
    }

    private static ManyLanguage? Best(ReadOnlySpan<int> counts, int fewest)
    {
        int best = 0, other = 0;
        for (var k = 1; k < FirstOther; k++)
            if (counts[k] > counts[best]) best = k;
        foreach (var count in counts[FirstOther..]) other = Math.Max(other, count);
        return counts[best] >= fewest && counts[best] > other ? All[best] : null;
    }

    /// <summary>Counts the words of each language; letters that few languages have count twice.</summary>
    private static void Count(ReadOnlySpan<char> text, Span<int> counts, int most)
    {
        counts.Clear();
        Span<int> special = stackalloc int[FirstOther];
        special.Clear();
        Span<char> low = stackalloc char[Longest];
        for (var i = 0; i < text.Length && most > 0; i++)
        {
            if (!char.IsLetter(text[i])) continue;
            var start = i;
            while (i < text.Length && char.IsLetter(text[i])) i++;
            var word = text[start..i];
            if (word.Length < 2) continue;
            most--;
            if (word.Length <= Longest && s_masks.TryGetValue(low[..word.ToLowerInvariant(low)], out var mask))
                AddWord(word, mask, counts);
            if (word.IndexOfAnyExceptInRange('\0', '\u007F') < 0) continue;
            AddSpecial(word, counts, special);
        }
    }

    /// <summary>A word of one language alone counts twice, unless it is short and plain.</summary>
    private static void AddWord(ReadOnlySpan<char> word, int mask, Span<int> counts)
    {
        var isTelling = word.Length >= Telling || word.ContainsAnyExceptInRange('\0', '\u007F');
        var weight = isTelling && BitOperations.IsPow2(mask) ? BySpecial : 1;
        for (var k = 0; mask != 0; k++, mask >>= 1) counts[k] += weight * (mask & 1);
    }

    private static void AddSpecial(ReadOnlySpan<char> word, Span<int> counts, Span<int> special)
    {
        foreach (var (letters, language) in s_letters)
            if (word.ContainsAny(letters) && special[language]++ < MostSpecial) counts[language] += BySpecial;
        if (word.ContainsAnyInRange('\u1EA0', '\u1EF9') && special[7]++ < MostSpecial) counts[7] += BySpecial;
    }

    private static FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Masks()
    {
        var masks = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var k = 0; k < s_words.Length; k++)
            foreach (var word in s_words[k].Split(' ')) masks[word] = masks.GetValueOrDefault(word) | (1 << k);
        return masks.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }
}
