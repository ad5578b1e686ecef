using System.Text.RegularExpressions;

namespace Redaction.Text;

/// <summary>The forms of addresses that <see cref="NationalAddress"/> knows.</summary>
internal static partial class AddressForms
{
    private const int Timeout = 30000;
    private const int Near = 90, Far = 130;

    private const string RussianPart = "(?:[А-ЯЁІЇЄҐ][а-яёіїєґ'’-]{2,20}(?:ая|ой|ий|ый|ій)? (?:обл(?:асть|[.])|край|р-н|район)"
        + "|(?:обл|респ|г|гор|м|с|пос|п|дер|пгт|ст|мкр|р-н)[.] ?[А-ЯЁІЇЄҐ][а-яёіїєґ'’-]{1,20}(?:[ -][А-ЯЁІЇЄҐ]?[а-яёіїєґ]{1,20}){0,2}"
        + "|(?:город|село|деревня|посёлок|місто) [А-ЯЁІЇЄҐ][а-яёіїєґ-]{1,20}(?:[ -][А-ЯЁІЇЄҐ][а-яёіїєґ]{1,20})?"
        + "|[А-ЯЁІЇЄҐ][а-яёіїєґ-]{2,20}(?:[ -][А-ЯЁІЇЄҐ][а-яёіїєґ]{2,20})?|Россия|Україна)";

    /// <summary>Forms in Latin letters.</summary>
    public static AddressForm[] Latin { get; } =
    [
        new(Signs("Mah.", "Mahallesi", "Mahalle ", "Cad.", "Caddesi", "Cd.", "Sok.", "Sokak", "Sokağı", "Sk.", "Bulvarı", "Blv."),
            Near, Far, Turkish()),
        new(Signs("nám. ", "náměstí ", "námestie ", "třída ", " nám.", " náměstí", " námestie", " tř. ", " třída", "Praha ", "Brno ",
            "Bratislava ", "Ostrava ", "Plzeň ", "Košice "), 70, 70, Czech()),
        new(Signs(" utca ", " út ", " útja ", " tér ", " körút ", " krt. ", " sétány ", " köz ", " u. ", " sugárút "), 70, 60, Hungarian()),
        new(Signs("Flat No", "Flat no", "Plot No", "H.No", "H. No", "House No", "Door No", "D.No", "Shop No", "Qtr No"), 4, 220, Indian()),
        new(Signs("Jl. ", "Jln. ", "Jalan "), 4, Near, Indonesian()),
        new(Signs("ul. ", "Ul. ", " al. ", "os. ", "pl. "), 12, 90, Polish()),
    ];

    /// <summary>Forms in Greek and Cyrillic letters.</summary>
    public static AddressForm[] GreekAndCyrillic { get; } =
    [
        new(Signs("ул.", "улиц", "просп", "пр-т", "пр-кт", "пер.", "переул", "шоссе", "ш.", "наб.", "набереж", "б-р", "бульв", "пл.",
            "площад", "проезд", "вул.", "вулиц", "пров.", "бул.", "мкр"), Near, Far, Cyrillic()),
        new(Signs("Οδός", "οδός", "Οδ.", "Λεωφ", "λεωφ", "Λ. ", "Πλατεία", "Πλ.", "Τ.Κ", "ΤΚ", "Τ.κ"), 60, Near, Greek()),
    ];

    /// <summary>Arabic and Hebrew forms.</summary>
    public static AddressForm[] Semitic { get; } =
    [
        new(Signs("شارع", "طريق"), 50, Near, Arabic()),
        new(Signs("רחוב", "רח׳", "רח'", "שדרות", "שד׳"), 10, Near, Hebrew()),
    ];

    /// <summary>Chinese, Japanese and Korean forms.</summary>
    public static AddressForm[] EastAsian { get; } =
    [
        new(Signs("号", "號", "弄"), 60, 40, Chinese()),
        new(Signs("都", "道", "府", "県", "市", "区", "町", "丁目"), 40, 60, Japanese()),
        new(Signs("로", "길", "동 "), 50, 60, Korean()),
    ];

    /// <summary>The signs of some forms, for one search.</summary>
    public static PhraseSearch SignsOf(AddressForm[] forms) => new(StringComparison.Ordinal, forms.SelectMany(static f => f.Signs));

    private static string[] Signs(params string[] words) => words;

    [GeneratedRegex("(?:[A-ZÇĞİÖŞÜ][a-zçğıöşü]{1,20}[. ]{1,2}){1,4}(?:Mah[.]|Mahallesi|Mahalle|Cad[.]|Caddesi|Cd[.]|Sok[.]|Sokak|Sokağı|"
        + "Sk[.]"
        + "|Bulvarı|Blv[.])(?:,? ?(?:[A-ZÇĞİÖŞÜ0-9][a-zçğıöşü0-9]{0,20}[. ]{1,2}){1,4}(?:Cad[.]|Caddesi|Cd[.]|Sok[.]|Sokak|Sokağı|Sk[.]|"
        + "Apt[.]?"
        + "|Apartmanı|Sitesi|Bulvarı)){0,3},? ?(?:No|NO|no)[.: ]{0,2}[0-9]{1,4}[A-Z]?(?:/[0-9A-Z]{1,4})?(?:,? "
        + "(?:D|Daire|Kat|K|Blok)[.:]? ?[0-9A-Z]{1,4}"
        + "){0,3}(?:,? ?[0-9]{5})?(?:,? ?[A-ZÇĞİÖŞÜ][a-zçğıöşü]{2,20}(?: ?/ ?[A-ZÇĞİÖŞÜ][a-zçğıöşü]{2,20}|, "
        + "[A-ZÇĞİÖŞÜ][a-zçğıöşü]{2,20})?)?",
        RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Turkish();

    [GeneratedRegex("(?:[A-ZČŘŠŽÚĎŤĽ][a-zěščřžýáíéúůďťňľĺŕóäô]{1,20} ){1,3}?(?:nám[.]|náměstí|námestie|tř[.]|třída|ul[.])?(?: "
        + "?[0-9]{1,4}(?:/[0-9]{1,4}[a-z]?)?)"
        + "(?:, ?|\n)(?:[0-9]{3} ?[0-9]{2} )?[A-ZČŘŠŽÚ][a-zěščřžýáíéúůďťňľ]{2,20}(?: [0-9]{1,2}(?![0-9]))?(?:[ "
        + "-]{1,3}[A-ZČŘŠŽÚ][a-zěščřžýáíéúůďťňľ]{2,20})?"
        + "|(?:nám[.]|náměstí|námestie|tř[.]|třída) (?:[A-ZČŘŠŽÚ][a-zěščřžýáíéúůďťňľ]{1,20}[. ]{1,2}){1,3}[0-9]{1,4}(?:/[0-9]{1,4}[a-z]?)?"
        + "(?:,? [0-9]{3} ?[0-9]{2})?(?:,? [A-ZČŘŠŽÚ][a-zěščřžýáíéúůďťňľ]{2,20})?",
        RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Czech();

    [GeneratedRegex("(?:(?:H-)?[0-9]{4} [A-ZÁÉÍÓÖŐÚÜŰ][a-záéíóöőúüű]{2,25}(?: [IVX]{1,5}[.] ker[.])?, "
        + "?)?(?:[A-ZÁÉÍÓÖŐÚÜŰ][a-záéíóöőúüű-]{1,20} ){1,3}"
        + "(?:utca|út|útja|tér|körút|krt[.]|sétány|köz|u[.]|sugárút) [0-9]{1,4}(?:[/-][0-9A-Za-z]{1,4})?[.]?"
        + "(?: (?:[0-9IVX]{1,3}[.] ?(?:em[.]|emelet)|fszt[.]|földszint))?(?: [0-9]{1,3}[.]?(?: ?(?:ajtó|a[.]))?)?(?:, ?[0-9]{4} "
        + "[A-ZÁÉÍÓÖŐÚÜŰ][a-záéíóöőúüű]{2,25})?",
        RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Hungarian();

    [GeneratedRegex("(?:Flat|Plot|H|House|Door|D|Shop|Qtr)[.]? ?[Nn]o[.:]? ?[0-9A-Z][0-9A-Za-z/-]{0,12}(?:,[^\n,;:]{2,45}){1,7}?[ "
        + ",–-]{1,4}[1-9][0-9]{2} ?[0-9]{3}(?![0-9])",
        RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Indian();

    [GeneratedRegex("(?:(?:Jl|Jln)[.]|Jalan) (?:[A-Z][A-Za-z.-]{0,20} ){1,4}(?:(?:No|Nomor|Blok|Kav)[.]? "
        + "?)?[0-9A-Z]{0,2}[0-9]{1,4}[A-Z]?(?:/[0-9]{1,3})?"
        + "(?:,? ?RT ?[.]?[0-9]{1,3} ?/ ?(?:RW ?[.]?)?[0-9]{1,3})?(?:, ?[A-Z][a-z]{2,20}(?: [A-Z][a-z]{2,20}){0,2}){0,3}(?: [0-9]{5})?",
        RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Indonesian();

    [GeneratedRegex("(?:[Uu]l|al|os|pl)[.] (?:[0-9]{1,2} )?(?:[A-ZŁŚŻŹĆÓ][a-ząćęłńóśżź.-]{0,20} ?){1,4}[0-9]{1,4}[A-Za-z]?(?:/[0-9]{1,4}"
        + "[A-Za-z]?)?(?: ?(?:m|lok)[.] ?[0-9]{1,4})?"
        + "(?:,? ?[0-9]{2}-[0-9]{3} [A-ZŁŚŻŹĆÓ][a-ząćęłńóśżź-]{2,25}(?: [A-ZŁŚŻŹĆÓ][a-ząćęłńóśżź-]{2,25})?)?",
        RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Polish();

    [GeneratedRegex("(?:[0-9]{5,6}, ?)?(?:" + RussianPart + ", ?){0,4}(?:(?:ул|пр|просп|пр-т|пр-кт|пер|ш|наб|б-р|бул|пл|вул|пров|мкр)[.]? ?"
        + "|(?:улиц[аеы]|проспект[ае]?|переулк?[а-я]{0,3}|шоссе|набережн[а-я]{2}|бульвар[ае]?|площад[иь]|проезд[ае]?|вулиц[яі]) )"
        + "(?:[0-9]{1,3}(?:-[а-я]{1,3})? )?(?:[„«\"]?[А-ЯЁІЇЄҐ][а-яёіїєґ'’.-]{0,25}[“»\"]? ?){1,4}(?:(?:ул|пр|пер)[.] ?)?,? "
        + "?(?:д(?:ом)?[.]? "
        + "?|буд[.]? ?)?№? ?[0-9]{1,4} ?[А-Яа-яёі]?(?:/[0-9]{1,4})?(?![0-9А-Яа-я])"
        + "(?:,? (?:к|корп|корпус|стр|строение|лит|подъезд|под|эт|этаж|пов)[.]? ?(?:[0-9]{1,3}[А-Яа-я]?|[А-Я])(?![А-Яа-я])){0,3}(?:,? "
        + "(?:кв|квартира|оф|офис|пом|комн|каб)[.]? ?[0-9]{1,4}[а-я]?)?"
        + "(?:, ?[0-9]{5,6}(?![0-9]))?(?:, ?(?:г[.] ?|м[.] ?)[А-ЯЁІЇЄҐ][а-яёіїєґ-]{2,25})?",
        RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Cyrillic();

    [GeneratedRegex("(?:(?:Οδός|οδός|Οδ[.]|Λεωφ[.]|Λεωφόρος|λεωφόρος|Λ[.]|Πλατεία|Πλ[.]) )?(?:[Α-ΩΆΈΉΊΌΎΏ][α-ωάέήίόύώϊϋΐΰς]{0,20}[. "
        + "]{1,2}){1,4}[0-9]{1,4}[Α-Ωα-ω]?(?:-[0-9]{1,4})?"
        + "(?:,? ?(?:(?:Τ[.]? ?[Κκ][.]?|ΤΚ)[ :]{0,2})?[0-9]{3} ?[0-9]{2}(?![0-9]))?(?:,? [Α-ΩΆΈΉΊΌΎΏ][α-ωάέήίόύώϊϋΐΰς]{2,20}){0,2}",
        RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Greek();

    [GeneratedRegex("(?:حي [\u0621-\u064A]{2,15}(?: [\u0621-\u064A]{2,15})?،? ?)?(?:شارع|طريق) (?:[\u0621-\u064A]{2,15} ){1,4}?(?:رقم )?"
        + "[0-9\u0660-\u0669]{1,4}(?![0-9\u0660-\u0669])(?:،? (?:شقة|الطابق|طابق|مبنى|عمارة) [0-9\u0660-\u0669]{1,4}){0,3}"
        + "(?:، ?[\u0621-\u064A]{3,15}(?: [0-9\u0660-\u0669]{5})?)?",
        RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Arabic();

    [GeneratedRegex("(?:רחוב|רח[׳']|שדרות|שד[׳']) (?:[\u05D0-\u05EA\"״׳'-]{2,15} ){1,3}?[0-9]{1,3}(?![0-9])(?:/[0-9]{1,3})?(?:,? "
        + "(?:דירה|קומה|כניסה) "
        + "[0-9\u05D0-\u05EA]{1,3}){0,2}(?:, ?[\u05D0-\u05EA-]{2,12}(?: [\u05D0-\u05EA-]{2,12})?)?",
        RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Hebrew();

    [GeneratedRegex("(?:(?:北京|上海|天津|重庆|重慶|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|廣東|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|台灣|臺灣|内蒙古|广西|西藏|宁夏|新疆"
        + "|香港|澳门"
        + "|台北|臺北|新北|台中|臺中|台南|高雄|深圳|广州|杭州|南京|成都|武汉|西安|苏州)[\u4E00-\u9FFF]{0,24}?)?[\u4E00-\u9FFF]{1,8}(?:路|街|大道|道|巷|弄|胡同|村|段|里)(?:[一二三四五六"
        + "七八九十东西南北中東]{1,2}[路段街])?"
        + "[0-9]{1,5}(?:[-之][0-9]{1,4})?(?:号|號|弄)(?:[\u4E00-\u9FFF0-9A-Za-z-]{0,16}(?:室|楼|樓|层|層|单元|單元|房|座|栋|幢|棟|号|號))?",
        RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Chinese();

    [GeneratedRegex("(?:〒? ?[0-9]{3}-[0-9]{4} ?)?(?:(?:東京都|北海道|(?:京都|大阪)府|[\u4E00-\u9FFF]{2,3}県)[\u3005-\u30FF\u4E00-\u9FFF]{1,24}?|["
        + "\u4E00-\u9FFF]{1,5}[市区町村][\u3005-\u30FF\u4E00-\u9FFF]{1,12}?)"
        + "(?:[0-9]{1,4}(?:丁目[0-9]{1,4}番(?:地)?(?:[0-9]{1,4}号?)?|(?:[-－−‐][0-9]{1,4}){1,3}|番地?(?:[0-9]{1,4}号?)?|丁目(?:[0-9]{1,3}(?:[-－−‐]["
        + "0-9]{1,4})?)?)|[一二三四五六七八九十]丁目[0-9]{1,4}(?:番(?:[0-9]{1,4}号?)?|(?:[-－−‐][0-9]{1,4}){0,2}))"
        + "(?:[ \u3000]?[\u30A0-\u30FF\u4E00-\u9FFFA-Za-z]{1,20}[ \u3000]?[0-9]{1,5}(?:号室|号|階|F)?)?",
        RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Japanese();

    [GeneratedRegex("(?:[가-힣]{1,7}(?:특별시|광역시|특별자치시|특별자치도|도|시)? )?(?:[가-힣]{1,6}(?:시|군|구|읍|면) ){1,3}(?:[가-힣0-9]{1,12}(?:로|길|대로)(?: "
        + "?[0-9]{1,4}번?길)?|[가-힣0-9]{1,8}(?:동|리)) ?[0-9]{1,5}(?:-[0-9]{1,4})?(?![0-9])"
        + "(?:번지)?(?:,? ?[가-힣A-Za-z]{0,14} ?[0-9A-Z]{1,4}동)?(?:,? ?[0-9]{1,5}호)?(?:,? ?[0-9]{1,3}층)?(?: ?[(][가-힣0-9, ]{2,24}[)])?",
        RegexOptions.CultureInvariant, Timeout)]
    private static partial Regex Korean();
}
