using System.Collections.Frozen;

namespace Redaction.Text;

/// <summary>Words of everyday language that are names too: in lower case, or at the beginning of a sentence,
/// they are taken for the word.</summary>
internal static class OrdinaryWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_words = (
        "a able about above account act add after again age ago agent all also always am amber an and angel any apple april archer are "
        + "arch area art as ash ask "
        + "at august autumn away baby back bad bailey baker ball banks bar barber bark barn base bath bay be bean bear beck bee been "
            + "before bell best better big "
        + "bill bird bishop black bless blue bob bond book boot born both bow bowl box boy branch brand bright brook brooks brown buck "
            + "bud bull burns bush but "
        + "butler butter buy by call came camp can candy car card care carol carpenter carter case cash castle cat chance chandler "
            + "chapel chapman charity charm chase "
        + "cherry chip christian church city clark clay clean clear clerk cliff coffee cold cole come con cook cool cooper corn cotton "
            + "could crane cross crow crystal "
        + "cup customer dale dark date dawn day days dean dear deep did diamond dick do does dollar don done down drake drew drive duke "
            + "dusk each eagle early earl earth "
        + "east easter easy eight else end english eve even ever every faith falls far farmer fast father field finch fine first fish "
            + "fisher five flower flowers "
        + "for ford forest foster fox frank free freeman french friend from frost fuller gale garden gardener gay gene general gentle "
            + "get gift gill ginger girl give "
        + "glass glen go god gold golden good grace grand grant grave gray great green grey ground grove guy had hale half hall ham hand "
            + "hands handy happy hard hardy "
        + "harm harp has hawk hay hazel he head heart heath heather held hello help her here hi high hill him his hold holiday holly "
            + "home hood hook hope horn "
        + "house how hunt hunter i ice if in is it its ivory ivy jack jade jam jay jean jerk jewel john joy judge june just keen keep "
            + "key keys kind king kit kitty "
        + "knight know lad lake lamb lance land lane large lark last late law lawn lay leaf lee left let like lily lime line lion little "
            + "lock long look lord lot "
        + "love low luck lucky lynch ma made mail major make man many marble march mark marks marsh martin mason master mat matt may me "
            + "mean melody mercy merry mild "
        + "mile miles mill miller mine mint miss mister mo monk moon moore more morning moss mother mountain mr mrs ms much my nail name "
            + "near neat needs never new "
        + "next nice nick night no noble none noon nor norm north not now nurse oak ocean of off ok okay old olive on one only opal or "
            + "order our out over owl own "
        + "page paige paris park parker parks parsons part pass pat peace peach peak pear pearl penny people pepper perry phone pie "
            + "pierce pike pilgrim pine place plaintiff plant defendant "
        + "please police pond pool pope poppy porter post potter pound power precious price pride prince prior professor prudence put "
            + "queen quick quiet rain "
        + "rainbow randy ranger raven ray read real red reed reef rice rich right ring rings rise rob robin rock rod roman root rose "
            + "rosemary round row ruby ruler "
        + "rush rusty rye saddler sage sail said saint sale salt sand sandy savage saw say school scott sea see self senior set seven "
            + "shade shall shaw she shepherd "
        + "sheriff shields ship shore short should sierra silver simple singer singh sir sister six skip sky slack small smart snow so "
            + "soldier some son song soon "
        + "south spark sparks spear speaker spears spring star state steel stone storm story street strong stuart sue summer summers sun "
            + "sunny support swan sweet swift "
        + "tail tailor take tanner taylor tea teller temple ten thank thanks that the them then there they thing this thorn thorne three "
            + "thursday tiger time to today tom "
        + "too tower town trail tree trip trinity true try tucker turner two under up us use user valley van very via victory vine "
            + "violet virgin wade wait walk walker wall "
        + "waller walls ward wards warm warner was water waters way we weaver web weeks well wells were west wheat wheeler when where "
            + "white who why wild will willow win "
        + "wind winter winters wise wish with wolf wolfe wood woods word work world worth wren wright yard year yes "
            + "york you young your zen "
        + "aber als auch bauer bei braun bin das dem den der des die ein eine er es frau gross groß herr hier ich ihr im ist jung kaiser "
            + "kein klein koch koenig könig kurz "
        + "lang langer mann mein meyer mit nach neu nicht nur ob oder richter roth schmied schneider schwarz sie sommer stein und uns "
            + "vogel vom von war was wer wie winter wir zu "
        + "au aux avec blanc blanche bon brun ce charpentier comte dans de des dire du elle en est et grand gros il je la le les leur "
            + "lui mais ne noir nous ou par pas petit pour "
        + "que qui roi rose rouge roux son sur un une vert vous al amor cielo con cruz de del el ella en es flores la las leal leon lo "
            + "los luz mar mas más mi no por que rey reyes "
        + "rio rosa se si sol su torres un una y")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True when the word, whatever its case, is an everyday word.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => s_words.Contains(word);
}
