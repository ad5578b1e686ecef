using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using Redaction.Image;

namespace Redaction.Batch;

/// <summary>CVAT's XML for images, version 1.1: a box a finding with its score as attribute; the boxes of one finding are a
/// group.</summary>
internal static class CvatFile
{
    public static void Write(IReadOnlyList<AnnotatedImage> images, ImmutableArray<string> labels, Stream output)
    {
        using var xml = XmlWriter.Create(output, new() { Indent = true, CloseOutput = false });
        xml.WriteStartElement("annotations");
        xml.WriteElementString("version", "1.1");
        WriteLabels(labels, xml);
        for (var i = 0; i < images.Count; i++)
        {
            xml.WriteStartElement("image");
            Attributes(xml, ("id", i), ("name", images[i].Name), ("width", images[i].Width), ("height", images[i].Height));
            for (var group = 0; group < images[i].Annotations.Count; group++)
            {
                var annotation = images[i].Annotations[group];
                foreach (var box in annotation.Boxes) Write(annotation, box, annotation.Boxes.Length > 1 ? group + 1 : 0, xml);
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteLabels(ImmutableArray<string> labels, XmlWriter xml)
    {
        foreach (var element in (ReadOnlySpan<string>)["meta", "task", "labels"]) xml.WriteStartElement(element);
        foreach (var label in labels)
        {
            xml.WriteStartElement("label");
            xml.WriteElementString("name", label);
            xml.WriteStartElement("attributes");
            xml.WriteStartElement("attribute");
            xml.WriteElementString("name", "score");
            xml.WriteElementString("mutable", "False");
            xml.WriteElementString("input_type", "text");
            xml.WriteElementString("default_value", "");
            xml.WriteElementString("values", "");
            for (var i = 0; i < 3; i++) xml.WriteEndElement();
        }
        for (var i = 0; i < 3; i++) xml.WriteEndElement();
    }

    private static void Write(ImageAnnotation annotation, PixelBox box, int group, XmlWriter xml)
    {
        xml.WriteStartElement("box");
        Attributes(xml, ("label", annotation.Label), ("source", "auto"), ("occluded", 0), ("xtl", box.X), ("ytl", box.Y), ("xbr",
            box.Right),
            ("ybr", box.Bottom), ("z_order", 0));
        if (group > 0) Attributes(xml, ("group_id", group));
        xml.WriteStartElement("attribute");
        xml.WriteAttributeString("name", "score");
        xml.WriteString(annotation.Score.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Attributes(XmlWriter xml, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        foreach (var (name, value) in attributes)
            xml.WriteAttributeString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
    }
}
