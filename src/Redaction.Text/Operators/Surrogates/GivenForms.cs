namespace Redaction.Text;

/// <summary>Whether an unknown given name is a woman's or a man's, where its script or ending tells it; otherwise it is of
/// either.</summary>
internal static class GivenForms
{
    /// <summary>What the form tells.</summary>
    public static NameKind KindOf(ReadOnlySpan<char> word) => NameScript.Of(word[0]) switch
    {
        NameScript.Cyrillic => word[^1] is 'а' or 'я' or 'А' or 'Я' ? NameKind.Female : NameKind.Male,
        NameScript.Greek => word[^1] is 'ς' or 'Σ' ? NameKind.Male : NameKind.Female,
        NameScript.Arabic => word[^1] is 'ة' or 'ى' ? NameKind.Female : NameKind.Neutral,
        NameScript.Han => word[^1] switch
        {
            '子' or '美' or '香' or '奈' or '菜' or '代' or '娜' or '婷' or '娟' or '芳' or '丽' or '莉' => NameKind.Female,
            '郎' or '男' or '雄' or '彦' or '太' or '介' or '夫' or '强' or '伟' or '刚' or '军' => NameKind.Male,
            _ => NameKind.Neutral,
        },
        _ => NameKind.Neutral,
    };
}
