using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>A list under a word for things (<c>Fonts used: …</c>, <c>Colours: …</c>) holds names of things.</summary>
internal static class ThingLists
{
    private const int Reach = 300, LongestLabel = 40;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_things = Set(
        "menu menü menus carte speisekarte font fonts typeface typefaces font-family colour colours color colors shade shades paint paints brand brands product products "
        + "flavour flavours flavor flavors cultivar cultivars variety varieties theme themes fabric fabrics schriften schriftarten farben "
        + "produkte marken polices couleurs produits marques fuentes colores productos marcas skrifter farger merker produkter caratteri "
        + "colori prodotti marche fontes cores produtos "
        + "tool tools breed breeds unit units dish dishes recipe recipes ingredient ingredients drink drinks cocktail cocktails wine "
        + "wines tea teas cheese cheeses apple apples rose roses plant plants flower flowers tree trees species song songs movie "
        + "movies film films book books language languages framework frameworks library libraries plugin plugins module modules "
        + "package packages style styles pattern patterns accessory accessories material materials werkzeuge einheiten gerichte "
        + "rezepte zutaten getränke weine pflanzen blumen lieder filme bücher outils unités plats recettes ingrédients boissons vins "
        + "plantes fleurs chansons livres herramientas razas unidades platos recetas ingredientes bebidas vinos plantas flores "
        + "canciones libros gereedschap gerechten recepten planten");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_others = Set(
        "used available included in stock and or of the list installed embedded required our all new supported verwendet verwendete "
        + "utilisées utilisés usadas usados brukt i und et y og e");

    /// <summary>True for a place in such a list.</summary>
    public static bool Hold(ReadOnlySpan<char> text, TextSpan region)
    {
        var before = text[Math.Max(0, region.Start - Reach)..region.Start];
        before = before[(before.LastIndexOfAny("\n.;") + 1)..];
        var colon = before.LastIndexOf(':');
        if (colon is < 3 or > LongestLabel) return false;
        var isThing = false;
        var label = before[..colon];
        foreach (var range in label.Split(' '))
        {
            var word = label[range].Trim("-*\"'•# ");
            if (word.IsEmpty) continue;
            if (s_things.Contains(word)) isThing = true;
            else if (!s_others.Contains(word)) return false;
        }
        return isThing;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
