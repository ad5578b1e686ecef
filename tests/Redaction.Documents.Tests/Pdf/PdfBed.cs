using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Redaction.Documents.Pdf;
using Redaction.TestKit;
using Redaction.Text;

namespace Redaction.Documents.Tests.Pdf;

/// <summary>Redacts PDF files in tests, and reads what is written.</summary>
internal static class PdfBed
{
    private static readonly RedactionPolicy s_policy = new("test", new PolicyRule("label") { MinScore = 0.5f }, new PolicyRule("keep"));

    private static readonly ITextDetector[] s_detectors = [.. TextDetectors.All, new PlantedWord()];

    private static readonly TextRedactor[] s_redactors = [.. Enum.GetValues<UnsearchedChoice>().Select(
        static choice => new TextRedactor(s_policy, s_detectors, TextOperators.All) { Unsearched = choice })];

    public static DocumentJob Job(UnsearchedChoice choice = UnsearchedChoice.Refuse, RedactionObserver? observer = null) =>
        new(s_redactors[(int)choice])
        {
            Observer = observer ?? RedactionObserver.None,
        };

    public static byte[] Redact(byte[] file, UnsearchedChoice choice = UnsearchedChoice.Refuse, RedactionObserver? observer = null)
    {
        using var input = new MemoryStream(file);
        using var output = new MemoryStream();
        new PdfFormat().Redact(input, output, Job(choice, observer));
        return output.ToArray();
    }

    /// <summary>Redacts an encrypted file.</summary>
    public static byte[] Open(byte[] file, params string[] passwords) => Redact(file, new WithPasswords([.. passwords]));

    /// <summary>Redacts a file with parts.</summary>
    public static byte[] Redact(byte[] file, IPartRedactor parts)
    {
        using var input = new MemoryStream(file);
        using var output = new MemoryStream();
        new PdfFormat().Redact(input, output, Job(), parts);
        return output.ToArray();
    }

    private sealed class WithPasswords(ImmutableArray<string> passwords) : IPartRedactor
    {
        public bool Redact(FilePart part, Stream input, Stream output, RedactionObserver observer) => false;

        public TSettings? Settings<TSettings>()
            where TSettings : class => new FilePasswords(passwords) as TSettings;
    }

    /// <summary>Everything in a file that is packed, unpacked, and the file itself; also as letters of two bytes.</summary>
    public static string Unpacked(byte[] file)
    {
        var all = new StringBuilder(Encoding.Latin1.GetString(file));
        var opened = PdfFile.Open(file, []);
        foreach (var number in opened.Numbers)
            if (opened.Get(number) is PdfStream stream && PdfFilters.Decode(opened, stream, out _) is { } data)
                all.Append('\n').Append(Encoding.Latin1.GetString(data.Span));
        var text = all.ToString();
        return text + "\n" + text.Replace("\0", "", StringComparison.Ordinal);
    }

    /// <summary>As <see cref="Unpacked"/>, of a file that may be damaged.</summary>
    public static byte[] Content(byte[] file)
    {
        try
        {
            return Encoding.Latin1.GetBytes(Unpacked(file));
        }
        catch (RedactionException)
        {
            return file;
        }
    }

    /// <summary>The output of a program on a file; null where the program is not there.</summary>
    public static string? Run(string program, byte[] file, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("file.pdf", file);
        try
        {
            var start = new ProcessStartInfo(program, [.. arguments.Select(a => a == "{}" ? path : a)])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return output + error.Result + "\nexit " + process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
