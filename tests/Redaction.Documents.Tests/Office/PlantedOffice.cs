using System.Text;

namespace Redaction.Documents.Tests.Office;

/// <summary>A document of each kind with a value in every place that the kind has.</summary>
internal static class PlantedOffice
{
    public const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    public const string X = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    public const string P = "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" "
        + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Slide = "application/vnd.openxmlformats-officedocument.presentationml.";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/";

    public static OfficeFile Of(string id) => id switch { "docx" => Docx(), "xlsx" => Xlsx(), _ => Pptx() };

    /// <summary>A Word document whose body is given.</summary>
    public static OfficeFile DocxWith(string body) => new OfficeFile()
        .Add("word/document.xml", Word + "document.main+xml", $"<w:document {W}><w:body>{body}<w:sectPr/></w:body></w:document>",
            "", "rId1", "officeDocument");

    /// <summary>A workbook with one sheet whose rows are given.</summary>
    public static OfficeFile XlsxWith(string rows, string? strings = null)
    {
        var file = new OfficeFile()
            .Add("xl/workbook.xml", Sheet + "sheet.main+xml",
                $"<workbook {X}><sheets><sheet name=\"Orders\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>", "", "rId1", "officeDocument")
            .Add("xl/worksheets/sheet1.xml", Sheet + "worksheet+xml", $"<worksheet {X}><sheetData>{rows}</sheetData></worksheet>",
                "xl/workbook.xml", "rId1", "worksheet")
            .Add("xl/styles.xml", Sheet + "styles+xml", Styles, "xl/workbook.xml", "rId2", "styles");
        return strings is null ? file : file.Add("xl/sharedStrings.xml", Sheet + "sharedStrings+xml",
            $"<sst {X} count=\"9\" uniqueCount=\"9\">{strings}</sst>", "xl/workbook.xml", "rId3", "sharedStrings");
    }

    private const string Styles = $"<styleSheet {X}><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
        + "<fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills><borders count=\"1\"><border/></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\"/></cellStyleXfs><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
        + "</styleSheet>";

    private static OfficeFile Properties(OfficeFile file) => file
        .Add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml",
            "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
            + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>¤</dc:title><dc:subject>¤</dc:subject><dc:creator>¤</dc:creator>"
            + "<cp:keywords>¤</cp:keywords><dc:description>¤</dc:description><cp:lastModifiedBy>¤</cp:lastModifiedBy></cp:coreProperties>",
            "", "rId91", Package + "core-properties")
        .Add("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml",
            "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Template>¤</Template>"
            + "<Manager>¤</Manager><Company>¤</Company><HyperlinkBase>¤</HyperlinkBase></Properties>", "", "rId92", "extended-properties")
        .Add("docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml",
            "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" "
            + "xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">"
            + "<property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"2\" name=\"Owner ¤\"><vt:lpwstr>¤</vt:lpwstr></property>"
            + "</Properties>", "", "rId93", "custom-properties")
        .Add("customXml/item1.xml", "application/xml", "<case note=\"¤\"><contact>¤</contact><!-- ¤ --></case>", "", "rId94", "customXml")
        .Add("docProps/thumbnail.jpeg", "image/jpeg", Bytes("thumb ¤"), "", "rId95", Package + "thumbnail");

    private static OfficeFile Docx() => Properties(DocxWith(
            "<w:p w:rsidR=\"00A77B3E\"><w:r><w:t xml:space=\"preserve\">Please write to ¤ before noon.</w:t></w:r></w:p>"
            + "<w:p><w:hyperlink r:id=\"rId20\" w:tooltip=\"¤\"><w:r><w:t>¤</w:t></w:r></w:hyperlink></w:p>"
            + "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>HYPERLINK \"mailto:¤\"</w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>¤</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
            + "<w:p><w:fldSimple w:instr=\"QUOTE ¤\"><w:r><w:t>¤</w:t></w:r></w:fldSimple></w:p>"
            + "<w:p><w:del w:id=\"1\" w:author=\"¤\" w:date=\"2030-01-02T03:04:05Z\"><w:r><w:delText>¤</w:delText></w:r></w:del>"
            + "<w:ins w:id=\"2\" w:author=\"¤\"><w:r><w:t>¤</w:t></w:r></w:ins></w:p>"
            + "<w:p><w:moveFrom w:id=\"3\" w:author=\"¤\"><w:r><w:t>¤</w:t></w:r></w:moveFrom></w:p>"
            + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>¤</w:t></w:r></w:p>"
            + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Note</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>¤</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
            + "<w:sdt><w:sdtPr><w:alias w:val=\"¤\"/><w:tag w:val=\"¤\"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>¤</w:t></w:r></w:p>"
            + "</w:sdtContent></w:sdt><w:p><w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\" alt=\"¤\" title=\"¤\">"
            + "<v:textpath string=\"¤\"/><v:textbox><w:txbxContent><w:p><w:r><w:t>¤</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape>"
            + "</w:pict></w:r></w:p><w:p><w:r><w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/"
            + "wordprocessingDrawing\"><wp:docPr id=\"1\" name=\"¤\" descr=\"¤\" title=\"¤\"/></wp:inline></w:drawing></w:r></w:p>"
            + "<w:p><w:bookmarkStart w:id=\"5\" w:name=\"¤\"/><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"))
        .AddLink("word/document.xml", "rId20", "hyperlink", "mailto:¤?subject=hello")
        .Add("word/header1.xml", Word + "header+xml", $"<w:hdr {W}><w:p><w:r><w:t>¤</w:t></w:r></w:p></w:hdr>", "word/document.xml", "rId21", "header")
        .Add("word/footer1.xml", Word + "footer+xml", $"<w:ftr {W}><w:p><w:r><w:t>¤</w:t></w:r></w:p></w:ftr>", "word/document.xml", "rId22", "footer")
        .Add("word/footnotes.xml", Word + "footnotes+xml", $"<w:footnotes {W}><w:footnote w:id=\"2\"><w:p><w:r><w:t>¤</w:t></w:r></w:p></w:footnote>"
            + "</w:footnotes>", "word/document.xml", "rId23", "footnotes")
        .Add("word/endnotes.xml", Word + "endnotes+xml", $"<w:endnotes {W}><w:endnote w:id=\"2\"><w:p><w:r><w:t>¤</w:t></w:r></w:p></w:endnote>"
            + "</w:endnotes>", "word/document.xml", "rId24", "endnotes")
        .Add("word/comments.xml", Word + "comments+xml", $"<w:comments {W}><w:comment w:id=\"0\" w:author=\"¤\" w:initials=\"¤\"><w:p><w:r>"
            + "<w:t>¤</w:t></w:r></w:p></w:comment></w:comments>", "word/document.xml", "rId25", "comments")
        .Add("word/people.xml", Word + "people+xml", "<w15:people xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\">"
            + "<w15:person w15:author=\"¤\"><w15:presenceInfo w15:providerId=\"AD\" w15:userId=\"¤\"/></w15:person></w15:people>",
            "word/document.xml", "rId26", "people")
        .Add("word/settings.xml", Word + "settings+xml", $"<w:settings {W}><w:attachedTemplate r:id=\"rId1\"/><w:mailMerge>"
            + "<w:query w:val=\"¤\"/></w:mailMerge><w:docVars><w:docVar w:name=\"mail\" w:val=\"¤\"/></w:docVars>"
            + "<w:rsids><w:rsidRoot w:val=\"00A77B3E\"/></w:rsids></w:settings>", "word/document.xml", "rId27", "settings")
        .AddLink("word/settings.xml", "rId1", "attachedTemplate", "file:///C:/templates/¤/letter.dotx")
        .Add("word/glossary/document.xml", Word + "document.glossary+xml", $"<w:glossaryDocument {W}><w:docParts><w:docPart><w:docPartPr>"
            + "<w:description w:val=\"¤\"/></w:docPartPr><w:docPartBody><w:p><w:r><w:t>¤</w:t></w:r></w:p></w:docPartBody></w:docPart>"
            + "</w:docParts></w:glossaryDocument>", "word/document.xml", "rId28", "glossaryDocument")
        .Add("word/embeddings/o1.bin", "application/vnd.openxmlformats-officedocument.oleObject", Bytes("ole ¤"), "word/document.xml", "rId29",
            "oleObject")
        .Add("word/media/image1.emf", "image/x-emf", Bytes("picture ¤"), "word/document.xml", "rId30", "image")
        .Add("word/printerSettings1.bin", Word + "printerSettings", Bytes("printer ¤"), "word/document.xml", "rId31", "printerSettings");

    private static OfficeFile Xlsx() => Properties(new OfficeFile()
        .Add("xl/workbook.xml", Sheet + "sheet.main+xml", $"<workbook {X}><fileSharing userName=\"¤\"/><sheets>"
            + "<sheet name=\"Orders\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"Hidden\" sheetId=\"2\" state=\"hidden\" r:id=\"rId2\"/></sheets>"
            + "<definedNames><definedName name=\"x\" comment=\"¤\">\"¤\"</definedName></definedNames></workbook>", "", "rId1", "officeDocument")
        .Add("xl/sharedStrings.xml", Sheet + "sharedStrings+xml", $"<sst {X} count=\"9\" uniqueCount=\"9\"><si><t>¤</t></si>"
            + "<si><r><rPr><b/></rPr><t>see wren8.hol</t></r><r><t>low@marsh8.example.org now</t></r></si><si><t>unused ¤</t></si>"
            + "<si><t>blue</t><rPh sb=\"0\" eb=\"1\"><t>¤</t></rPh></si></sst>", "xl/workbook.xml", "rId3", "sharedStrings")
        .Add("xl/styles.xml", Sheet + "styles+xml", Styles, "xl/workbook.xml", "rId4", "styles")
        .Add("xl/worksheets/sheet1.xml", Sheet + "worksheet+xml", $"<worksheet {X}><sheetData>"
            + "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>3</v></c></row>"
            + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>¤</t></is></c><c r=\"B2\" t=\"str\"><f>\"to \"&amp;\"¤\"</f><v>¤</v></c></row>"
            + "<row r=\"3\" hidden=\"1\"><c r=\"A3\" t=\"inlineStr\"><is><r><t>Phone </t></r><r><t>¤</t></r></is></c></row></sheetData>"
            + "<conditionalFormatting sqref=\"A1\"><cfRule type=\"expression\" priority=\"1\"><formula>A1=\"¤\"</formula></cfRule></conditionalFormatting>"
            + "<dataValidations count=\"1\"><dataValidation type=\"list\" sqref=\"A1\" promptTitle=\"¤\" prompt=\"¤\" error=\"¤\"><formula1>\"a,¤\"</formula1>"
            + "</dataValidation></dataValidations><hyperlinks><hyperlink ref=\"A1\" r:id=\"rId1\" display=\"¤\" tooltip=\"¤\"/></hyperlinks>"
            + "<pageSetup orientation=\"portrait\" r:id=\"rId2\"/><headerFooter><oddHeader>&amp;L¤</oddHeader></headerFooter></worksheet>",
            "xl/workbook.xml", "rId1", "worksheet")
        .AddLink("xl/worksheets/sheet1.xml", "rId1", "hyperlink", "mailto:¤")
        .Add("xl/printerSettings/p1.bin", Sheet + "printerSettings", Bytes("printer ¤"), "xl/worksheets/sheet1.xml", "rId2", "printerSettings")
        .Add("xl/worksheets/sheet2.xml", Sheet + "worksheet+xml", $"<worksheet {X}><sheetData><row><c t=\"inlineStr\"><is><t>¤</t></is></c></row>"
            + "</sheetData></worksheet>", "xl/workbook.xml", "rId2", "worksheet")
        .Add("xl/comments1.xml", Sheet + "comments+xml", $"<comments {X}><authors><author>¤</author></authors><commentList>"
            + "<comment ref=\"A1\" authorId=\"0\"><text><r><t>¤</t></r></text></comment></commentList></comments>",
            "xl/worksheets/sheet1.xml", "rId3", "comments")
        .Add("xl/threadedComments/t1.xml", "application/vnd.ms-excel.threadedcomments+xml", "<ThreadedComments "
            + "xmlns=\"http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments\"><threadedComment ref=\"A1\" dT=\"2030-01-02T03:04:05.00\" "
            + "personId=\"{0}\" id=\"{1}\"><text>¤</text></threadedComment></ThreadedComments>", "xl/worksheets/sheet1.xml", "rId4",
            "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment")
        .Add("xl/persons/person.xml", "application/vnd.ms-excel.person+xml", "<personList "
            + "xmlns=\"http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments\"><person displayName=\"¤\" id=\"{0}\" userId=\"¤\" "
            + "providerId=\"AD\"/></personList>", "xl/workbook.xml", "rId5", "http://schemas.microsoft.com/office/2017/10/relationships/person")
        .Add("xl/externalLinks/externalLink1.xml", Sheet + "externalLink+xml", $"<externalLink {X}><externalBook r:id=\"rId1\"><sheetNames>"
            + "<sheetName val=\"¤\"/></sheetNames><sheetDataSet><sheetData sheetId=\"0\"><row r=\"1\"><cell r=\"A1\" t=\"str\"><v>¤</v></cell></row></sheetData>"
            + "</sheetDataSet></externalBook></externalLink>", "xl/workbook.xml", "rId6", "externalLink")
        .AddLink("xl/externalLinks/externalLink1.xml", "rId1", "externalLinkPath", "file:///C:/Users/¤/book.xlsx")
        .Add("xl/pivotCache/d1.xml", Sheet + "pivotCacheDefinition+xml", $"<pivotCacheDefinition {X} refreshedBy=\"¤\"><cacheFields count=\"1\">"
            + "<cacheField name=\"Contact\"><sharedItems><s v=\"¤\"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>",
            "xl/workbook.xml", "rId7", "pivotCacheDefinition")
        .Add("xl/pivotCache/r1.xml", Sheet + "pivotCacheRecords+xml", $"<pivotCacheRecords {X}><r><s v=\"¤\"/></r></pivotCacheRecords>",
            "xl/pivotCache/d1.xml", "rId1", "pivotCacheRecords")
        .Add("xl/charts/chart1.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
            "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">"
            + "<c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>¤</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:ser><c:cat><c:strRef>"
            + "<c:f>Orders!$A$1</c:f><c:strCache><c:pt idx=\"0\"><c:v>¤</c:v></c:pt></c:strCache></c:strRef></c:cat></c:ser></c:plotArea></c:chart>"
            + "</c:chartSpace>", "xl/worksheets/sheet1.xml", "rId5", "chart")
        .Add("xl/connections.xml", Sheet + "connections+xml", $"<connections {X}><connection id=\"1\" name=\"¤\" description=\"¤\">"
            + "<dbPr connection=\"¤\" command=\"¤\"/></connection></connections>", "xl/workbook.xml", "rId8", "connections")
        .Add("xl/tables/table1.xml", Sheet + "table+xml", $"<table {X} id=\"1\" name=\"T\" displayName=\"T\" ref=\"A1:B2\"><tableColumns count=\"1\">"
            + "<tableColumn id=\"1\" name=\"¤\"/></tableColumns></table>", "xl/worksheets/sheet1.xml", "rId6", "table"));

    private const string Group = "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>";
    private const string Size = "<p:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"5000000\" cy=\"900000\"/></a:xfrm>"
        + "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr>";

    private static string Shape(string paragraph) => "<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Box\"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        + $"{Size}<p:txBody><a:bodyPr/>{paragraph}</p:txBody></p:sp>";

    private static string Tree(string shapes) => $"<p:cSld><p:spTree>{Group}{shapes}</p:spTree></p:cSld>";

    private static OfficeFile Pptx() => Properties(new OfficeFile()
        .Add("ppt/presentation.xml", Slide + "presentation.main+xml",
            $"<p:presentation {P}><p:sldMasterIdLst><p:sldMasterId id=\"2147483648\" r:id=\"rId3\"/></p:sldMasterIdLst>"
            + "<p:sldIdLst><p:sldId id=\"256\" r:id=\"rId1\"/><p:sldId id=\"257\" r:id=\"rId5\"/></p:sldIdLst><p:sldSz cx=\"9144000\" cy=\"6858000\"/>"
            + "<p:notesSz cx=\"6858000\" cy=\"9144000\"/><p:custShowLst><p:custShow name=\"¤\" id=\"0\"/></p:custShowLst></p:presentation>",
            "", "rId1", "officeDocument")
        .Add("ppt/slides/slide1.xml", Slide + "slide+xml",
            $"<p:sld {P} show=\"0\"><p:cSld name=\"¤\"><p:spTree>{Group}<p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"¤\" descr=\"¤\" title=\"¤\">"
            + "<a:hlinkClick r:id=\"rId1\" tooltip=\"¤\"/></p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr>" + Size
            + "<p:txBody><a:bodyPr/><a:p><a:r><a:t>Ask wren9.hol</a:t></a:r><a:r><a:t>low@marsh9.example.org</a:t></a:r><a:br/>"
            + "<a:r><a:t>¤</a:t></a:r></a:p></p:txBody></p:sp><p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"3\" name=\"T\"/>"
            + "<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"900000\" cy=\"900000\"/></p:xfrm>"
            + "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\"><a:tbl><a:tblPr/><a:tblGrid>"
            + "<a:gridCol w=\"900000\"/></a:tblGrid><a:tr h=\"900000\"><a:tc><a:txBody><a:bodyPr/><a:p><a:r><a:t>¤</a:t></a:r></a:p></a:txBody>"
            + "<a:tcPr/></a:tc></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame></p:spTree></p:cSld></p:sld>",
            "ppt/presentation.xml", "rId1", "slide")
        .AddLink("ppt/slides/slide1.xml", "rId1", "hyperlink", "https://marsh.example.org/?to=¤")
        .Add("ppt/notesSlides/n1.xml", Slide + "notesSlide+xml", $"<p:notes {P}>{Tree(Shape("<a:p><a:r><a:t>¤</a:t></a:r></a:p>"))}</p:notes>",
            "ppt/slides/slide1.xml", "rId2", "notesSlide")
        .Add("ppt/slideMasters/m1.xml", Slide + "slideMaster+xml",
            $"<p:sldMaster {P}>{Tree(Shape("<a:p><a:r><a:t>¤</a:t></a:r></a:p>"))}<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" "
            + "accent1=\"accent1\" accent2=\"accent2\" accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" "
            + "hlink=\"hlink\" folHlink=\"folHlink\"/><p:sldLayoutIdLst><p:sldLayoutId id=\"2147483649\" r:id=\"rId1\"/></p:sldLayoutIdLst>"
            + "</p:sldMaster>", "ppt/presentation.xml", "rId3", "slideMaster")
        .Add("ppt/slideLayouts/l1.xml", Slide + "slideLayout+xml",
            $"<p:sldLayout {P}>{Tree(Shape("<a:p><a:r><a:t>¤</a:t></a:r></a:p>"))}</p:sldLayout>", "ppt/slideMasters/m1.xml", "rId1", "slideLayout")
        .Add("ppt/slides/slide2.xml", Slide + "slide+xml", $"<p:sld {P}>{Tree(Shape("<a:p><a:r><a:t>¤</a:t></a:r></a:p>"))}</p:sld>",
            "ppt/presentation.xml", "rId5", "slide")
        .Relate("ppt/slides/slide2.xml", "rId1", "slideLayout", "/ppt/slideLayouts/l1.xml")
        .Relate("ppt/slides/slide1.xml", "rId9", "slideLayout", "/ppt/slideLayouts/l1.xml")
        .Relate("ppt/slideLayouts/l1.xml", "rId1", "slideMaster", "/ppt/slideMasters/m1.xml")
        .Add("ppt/commentAuthors.xml", Slide + "commentAuthors+xml", $"<p:cmAuthorLst {P}><p:cmAuthor id=\"0\" name=\"¤\" initials=\"¤\"/></p:cmAuthorLst>",
            "ppt/presentation.xml", "rId4", "commentAuthors")
        .Add("ppt/comments/c1.xml", Slide + "comments+xml", $"<p:cmLst {P}><p:cm authorId=\"0\" dt=\"2030-01-02T03:04:05.000\" idx=\"1\"><p:text>¤</p:text></p:cm>"
            + "</p:cmLst>", "ppt/slides/slide1.xml", "rId3", "comments")
        .Add("ppt/tags/tag1.xml", Slide + "tags+xml", $"<p:tagLst {P}><p:tag name=\"NOTE\" val=\"¤\"/></p:tagLst>", "ppt/slides/slide1.xml", "rId4", "tags")
        .Add("ppt/diagrams/data1.xml", "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml",
            "<dgm:dataModel xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">"
            + "<dgm:pt><dgm:t><a:p><a:r><a:t>¤</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>", "ppt/slides/slide1.xml", "rId5", "diagramData")
        .Add("ppt/media/media1.mp4", "video/mp4", Bytes("video ¤"), "ppt/slides/slide1.xml", "rId6", "video")
        .Add("ppt/embeddings/b1.xlsx", Sheet + "sheet", Bytes("no package ¤"), "ppt/slides/slide1.xml", "rId7", "package")
        .Add("ppt/fonts/f1.fntdata", "application/x-fontdata", Bytes("font ¤"), "ppt/presentation.xml", "rId8", "font"));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text.Replace("¤", "wren7.hollow@marsh7.example.org", StringComparison.Ordinal));
}
