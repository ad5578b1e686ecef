using System.Collections.Immutable;

namespace Redaction.Text;

/// <summary>The built-in refiners.</summary>
public static class TextRefiners
{
    /// <summary>Those that need no settings, in the order in which they run.</summary>
    public static ImmutableArray<IFindingRefiner<TextSource, TextSpan>> All { get; } = [
        new FieldNames(), new NamedPlaces(), new LookAlikes(), new CrossedSentences(), new IntroducingWords(), new Coordinates(),
        new WholeValue(), new CardLines(),
        new AddressBlocks(), new AddressEnds(),
        new Appointments(), new Eponyms(), new IdentifierNames(), new Interjections(), new Courtesies(), new OrdinaryCompounds(),
        new PluralThings(), new Enumerations(),
        new NameParticles(), new RepeatedMentions(),
        new ApposedAges(), new BirthYears(),
        new Courts(), new DocumentDates(), new LoneJobTitles(), new LogStamps(), new QuasiIdentifiers(), new CodeWords(),
        new LineBounds(),
    ];
}
