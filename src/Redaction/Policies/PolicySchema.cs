using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Redaction.Image;
using static Redaction.PolicySchemaParts;

namespace Redaction;

/// <summary>The JSON Schema of policy files, for editors: made from what the parser reads.</summary>
internal static class PolicySchema
{
    private static readonly JsonSerializerOptions s_layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema as UTF-8, with a line end.</summary>
    public static byte[] Write() => Encoding.UTF8.GetBytes(Root().ToJsonString(s_layout) + "\n");

    private static JsonObject Root() => new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["title"] = "Redaction policy",
        ["description"] = "What happens to each finding: the first rule whose conditions all hold decides.",
        ["type"] = "object",
        ["required"] = new JsonArray("id"),
        ["anyOf"] = new JsonArray(Requires("rules"), Requires("extends")),
        ["additionalProperties"] = false,
        ["properties"] = Of(PolicyReader.Keys, Property),
    };

    private static JsonObject Property(string key) => key switch
    {
        "id" => Plain("Name that goes into every plan, manifest and log entry."),
        "extends" => Open("A preset or another policy file; its rules come after those of this file.", PolicyPresets.Names),
        "minScore" => Score("The score from which on rules act that name none; that of what is extended, else 0.5."),
        "rules" => List("First match wins; without 'extends' the last one matches everything.", PolicySchemaRules.Rule(), 1),
        "dataTypes" => List("The data type of an item or record; the first match decides.", DataType()),
        "fields" => Fields(),
        "detectors" => Section("What is looked for, besides what is built in.", PolicyReader.DetectorKeys, Detectors),
        "images" => Section("What holds for images besides the rules.", PolicyImagesReader.Keys, Images),
        "calls" => Section("What holds for calls besides the rules.", PolicyCallsReader.Keys, Calls),
        "video" => Section("What holds for videos besides the rules.", PolicyVideoReader.Keys, Video),
        "dicom" => Section("Options of the Basic Profile of DICOM PS3.15, and what is cleaned.", PolicyDicomReader.Keys, Dicom),
        "pdf" => Section("What holds for PDF files besides the rules.", PolicyPdfReader.Keys, Pdf),
        "names" => Choice("What happens to names of files and folders that hold what the rules take out.", Names<FileNameChoice>()),
        "unsearched" => Choice("What happens to parts that nothing could search.", Names<UnsearchedChoice>()),
        _ => throw new InvalidOperationException(key),
    };

    private static JsonObject DataType()
    {
        var entry = Section("A data type, and what tells it.", PolicyDataTypesReader.Keys, static key => key switch
        {
            "path" => Plain("Glob of the path below the input: * stays within a folder, ** is any number of folders."),
            "field" => Plain("The record's own field that tells: a name, or a path such as $.channel."),
            "equals" => TextOrList("What the field then holds."),
            _ => Plain("The data type, for rules that ask for it."),
        });
        entry["oneOf"] = new JsonArray(Requires("is", "path"), Requires("is", "field", "equals"));
        return entry;
    }

    private static JsonObject Fields()
    {
        var section = Section("Which fields of records, and which metadata, leave at all.", PolicyFieldsReader.Keys,
            static key => TextOrList(key == "only" ? "Nothing but these leaves." : "These do not leave."));
        section["minProperties"] = 1;
        section["maxProperties"] = 1;
        return section;
    }

    private static JsonObject Detectors(string key) => key switch
    {
        "disable" => OneOrMore("Ids or globs of detectors that do not run.",
            Open(null, RedactionCatalog.Detectors.Select(static d => d.Info.Id))),
        "allow" => TextOrList("Literals that are let through wherever they are found."),
        "deny" => TextOrList("Literals that are found wherever they stand."),
        "plugins" => OneOrMore("Detectors outside this library, or the paths of their manifests.",
            new() { ["anyOf"] = new JsonArray(Plain(null), Plugin()) }),
        _ => List("Detectors of your own.", Pattern()),
    };

    private static JsonObject Plugin()
    {
        const string description = "A program, a service on this machine, or a model, that finds values.";
        var plugin = Section(description, PolicyPluginReader.Keys, static key => key switch
        {
            "id" => Plain("Lower-case id, by which --detectors names it."),
            "entities" => new()
            {
                ["description"] = "Its labels, each with the entity that it stands for.",
                ["type"] = "object",
                ["additionalProperties"] = Plain(null),
            },
            "command" => TextOrList("A program that answers each line of JSON on its input with one on its output."),
            "service" => Plain("http://127.0.0.1:PORT/PATH or unix:/PATH/OF/SOCKET."),
            "others" => Choice("What becomes of labels that are not among 'entities': refuse the item, or ignore them.",
                PolicyPluginReader.Others),
            "remote" => Choice("Whether the service may be on another machine, to which every text would go.", PolicyPluginReader.Remote),
            "offsets" => Choice("What it counts places in.", PolicyPluginReader.Units),
            "model" => Plain("An ONNX token classifier: its file, or its folder with config.json and the files of its tokenizer."),
            "labels" => List("The model's labels by their numbers, where no config.json names them.", Plain(null)),
            "window" => new()
            {
                ["description"] = "Most pieces that the model reads at once.",
                ["type"] = "integer",
                ["minimum"] = ClassifierFiles.FewestPieces,
                ["maximum"] = ClassifierFiles.MostPieces,
            },
            "sha256" => Plain("What the model's weights must be, in lower-case hexadecimal."),
            _ => new() { ["description"] = "How long it may take for a text.", ["type"] = "number", ["exclusiveMinimum"] = 0 },
        });
        plugin["required"] = Array(["id", "entities"]);
        plugin["oneOf"] = new JsonArray(Requires("command"), Requires("service"), Requires("model"));
        return plugin;
    }

    private static JsonObject Pattern()
    {
        var pattern = Section("A detector made of a regular expression.", PolicyPatternReader.Keys, static key => key switch
        {
            "id" => Plain("Lower-case dotted id, by which 'disable' and --detectors name it."),
            "entity" => Plain("What it finds; the id if left out."),
            "pattern" => Plain("A regular expression of .NET, without look-around or back-references."),
            "ignoreCase" => Flag("Whether capitals and small letters are the same."),
            "score" => Score("How sure a match is by itself."),
            "contextScore" => Score("How sure one is near a word of 'context'."),
            "context" => TextOrList("Words that raise the score where one stands near."),
            _ => throw new UnreachableException(key),
        });
        pattern["required"] = new JsonArray("id", "pattern");
        return pattern;
    }

    private static JsonObject Images(string key) => key switch
    {
        "include" or "exclude" => List("Parts of an image as [x, y, width, height].",
            new()
            {
                ["type"] = "array",
                ["items"] = new JsonObject { ["type"] = "number", ["minimum"] = 0 },
                ["minItems"] = 4,
                ["maxItems"] = 4,
            }),
        "residue" => Choice("Whether the output is searched again.", Names<ResidueCheck>()),
        "keepMetadata" => OneOrMore("Metadata to keep.", Choice(null, ImageFileOptions.Keepable)),
        _ => new()
        {
            ["description"] = "The longer side in pixels, for faces and plates or by entity.",
            ["anyOf"] = new JsonArray(Pixels(),
                new JsonObject { ["type"] = "object", ["additionalProperties"] = Pixels() }),
        },
    };

    private static JsonObject Calls(string key) => key switch
    {
        "voice" => Choice("Whether speakers get other voices, and how.", [.. PolicyCallsReader.Voices]),
        "withoutTranscript" => Choice("What happens to a recording without a transcript.", ["refuse", "silence"]),
        "transcriber" => Plain("A command that writes the transcript of {input}, a WAV file, to standard output, {output} or {folder}."),
        "listener" => Plain("A command of another recogniser, which listens to redacted recordings; as for the transcriber."),
        "transcriberMinutes" => new()
        {
            ["description"] = "How long the transcriber may run for a recording.",
            ["type"] = "number",
            ["minimum"] = 0.01,
            ["maximum"] = CallSettings.MostMinutes,
        },
        _ => new()
        {
            ["description"] = "On which channel a speaker is recorded, counted from 0.",
            ["type"] = "object",
            ["additionalProperties"] = new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["maximum"] = 63 },
        },
    };

    private static JsonObject Video(string key) => key switch
    {
        "audio" => Choice("What happens to the sound.", Names<VideoAudio>()),
        "every" => Whole("On every how manyth frame the detectors run.", 1, 60),
        "textEvery" => Whole("On every how manyth frame written text is read, besides where the picture changes.", 1, 60),
        _ => new()
        {
            ["description"] = "For how many seconds a mask stays where nothing is seen.",
            ["type"] = "number",
            ["minimum"] = 0,
            ["maximum"] = 10,
        },
    };

    private static JsonObject Dicom(string key) => key switch
    {
        "dates" => Choice("Moved by days that are the same for a patient, taken out, or kept.", PolicyDicomReader.Dates),
        "retainUids" => Flag("Whether UIDs stay; else they are replaced alike in all files."),
        "retainDevice" => Flag("Whether what identifies the device stays."),
        "retainInstitution" => Flag("Whether what identifies the institution stays."),
        "retainCharacteristics" => Flag("Whether age, sex, size and the like of the patient stay."),
        "retainSafePrivate" => Flag("Whether private attributes stay that the standard knows to be safe."),
        "cleanDescriptors" => Flag("Whether descriptions and comments stay without what identifies; else they go."),
        "cleanStructuredContent" => Flag("Whether structured reports stay without what identifies; else their content goes."),
        "cleanGraphics" => Flag("Whether overlays and annotations stay without what identifies; else they go."),
        "cleanPixels" => Flag("Whether text that is burned into the pictures is looked for and masked."),
        _ => throw new UnreachableException(key),
    };

    private static JsonObject Pdf(string key) => key switch
    {
        "rasterise" => Choice("Which files are written as pictures of their pages.", PolicyPdfReader.Rasterise),
        _ => Whole("Pixels an inch of such pictures; 200 if left out.", PolicyPdfReader.Coarsest, PolicyPdfReader.Finest),
    };

    private static ImmutableArray<string> Names<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(static n => n.ToLowerInvariant())];
}
