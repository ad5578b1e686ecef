using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Redaction.Documents.Pdf;

/// <summary>The way to the fonts of the library's document.</summary>
internal sealed record FontStore(IResourceStore Resources);

/// <summary>Gives instead of a page what its fonts are found with.</summary>
/// <remarks>The library makes it, with these parameters.</remarks>
internal sealed class FontStoreFactory : IPageFactory<FontStore>
{
    private readonly IResourceStore _resources;

    public FontStoreFactory(
        IPdfTokenScanner scanner, IResourceStore resources, ILookupFilterProvider filters, IPageContentParser parser,
        ParsingOptions options) => _resources = resources;

    /// <inheritdoc/>
    public FontStore Create(
        int number, DictionaryToken dictionary, PageTreeMembers pageTreeMembers, NamedDestinations annotationProvider) => new(_resources);
}
