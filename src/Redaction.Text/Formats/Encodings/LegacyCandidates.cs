using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>The code pages that are tried, the likelier of two that fit equally well first.</summary>
internal static class LegacyCandidates
{
    private const string Western = "àáâãäåæçèéêëìíîïñòóôõöøùúûüýßœ", Polish = "ąćęłńóśźż", Czech = "áčďéěíňóřšťúůýžäľĺŕô",
        Hungarian = "áéíóöőúüű", Romanian = "ăâîșşţț", Croatian = "čćđšž", Icelandic = "áéíóúýþæöð", Turkish = "ğışİçöüâîû",
        Baltic = "āčēģīķļņšūžąęėįųõäöü";

    private const string Simplified =
        "的一是不了人我在有他这为之来以个中上们到说国和地也子时道出而要于就下得可你年生自会那后能对着事其里所去行过家十用发天如然作方成者多日都"
        + "三小军二无同么经法当起与好看学进种将还分此心前面又定见只主没公从知请电话邮箱地址张王李刘陈杨";

    private const string Traditional =
        "的一是不了人我在有他這為之來以個中上們到說國和地也子時道出而要於就下得可你年生自會那後能對著事其裡所去行過家十用發天如然作方成者多日都"
        + "三小軍二無同麼經法當起與好看學進種將還分此心前面又定見只主沒公從知請電話郵箱地址張王李劉陳楊";

    private const string Japanese =
        "のにはをたがでてとしれさあいるなもらりっんこくうすきまよせけめそろどーンスルトリアイクラドシレジタ日本人大年会国中山田木村東京様電話号";

    private const string Korean = "이다는의가에을를은하고지한로사도기자어나아서시리대여인수일정보해제있것그들";

    private const string Cyrillic = "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁІЇЄҐЎ";
    private const string Greek = "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏ";
    private const string Hebrew = "אבגדהוזחטיכלמנסעפצקרשתךםןףץ";
    private const string Arabic = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىةپچژگ،؟";

    private static string Thai { get; } =
        string.Concat(Enumerable.Range('\u0E01', 0x5B).Select(static c => (char)c).Except("ฃฅฆฌฎฏฐฑฒฦฬฯๆ"));

    public static ImmutableArray<LegacyCandidate> All { get; } =
    [
        new(1250, LegacyScript.Latin, Hungarian),
        new(1252, LegacyScript.Latin, Western),
        new(1250, LegacyScript.Latin, Polish),
        new(28592, LegacyScript.Latin, Polish),
        new(1250, LegacyScript.Latin, Czech),
        new(28592, LegacyScript.Latin, Czech),
        new(28592, LegacyScript.Latin, Hungarian),
        new(1250, LegacyScript.Latin, Romanian),
        new(28592, LegacyScript.Latin, Romanian),
        new(1250, LegacyScript.Latin, Croatian),
        new(28592, LegacyScript.Latin, Croatian),
        new(1254, LegacyScript.Latin, Turkish),
        new(1252, LegacyScript.Latin, Icelandic),
        new(1257, LegacyScript.Latin, Baltic),
        new(10000, LegacyScript.Latin, Western),
        new(850, LegacyScript.Latin, Western),
        new(1255, LegacyScript.Hebrew, Hebrew),
        new(1251, LegacyScript.Cyrillic, Cyrillic),
        new(20866, LegacyScript.Cyrillic, Cyrillic),
        new(21866, LegacyScript.Cyrillic, Cyrillic),
        new(866, LegacyScript.Cyrillic, Cyrillic),
        new(28595, LegacyScript.Cyrillic, Cyrillic),
        new(1253, LegacyScript.Greek, Greek),
        new(1256, LegacyScript.Arabic, Arabic),
        new(874, LegacyScript.Thai, Thai),
        new(932, LegacyScript.Japanese, Japanese),
        new(51932, LegacyScript.Japanese, Japanese),
        new(949, LegacyScript.Korean, Korean),
        new(936, LegacyScript.Simplified, Simplified),
        new(54936, LegacyScript.Simplified, Simplified),
        new(950, LegacyScript.Traditional, Traditional),
    ];
}
