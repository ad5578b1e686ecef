using System.Diagnostics;
using Redaction.TestKit;
using Xunit;

namespace Redaction.Documents.Tests.Office;

/// <summary>An independent reader opens what is written.</summary>
public class OfficeReaderTests
{
    [SofficeFact]
    public void Redact_AnyKind_OpensInLibreOffice()
    {
        using var folder = new TemporaryFolder();
        string[] kinds = ["docx", "xlsx", "pptx"];
        var files = kinds.Select(k => folder.Write($"of-{k}.{k}", OfficeTestBed.Redact(k, PlantedOffice.Of(k).Pack())));
        var start = new ProcessStartInfo("soffice") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "--headless", "-env:UserInstallation=file://" + folder.PathOf("profile"), "--convert-to", "pdf", "--outdir", folder.PathOf("out"),
            .. files,
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);

        using var office = Process.Start(start)!;
        _ = office.StandardOutput.ReadToEndAsync();
        _ = office.StandardError.ReadToEndAsync();

        Assert.True(office.WaitForExit(120_000), "LibreOffice did not end.");
        Assert.Equal(kinds.Length, Directory.GetFiles(folder.PathOf("out"), "*.pdf").Length);
    }
}
