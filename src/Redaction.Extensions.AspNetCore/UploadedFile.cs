using Microsoft.AspNetCore.Http;

namespace Redaction.Extensions.AspNetCore;

/// <summary>The file of a request: its body, or the one file of its form.</summary>
internal static class UploadedFile
{
    private const string Component = "upload", Unknown = "application/octet-stream";

    public static async Task AnswerAsync(HttpContext context, RedactionEngine engine)
    {
        var (request, response) = (context.Request, context.Response);
        try
        {
            if (request.HasFormContentType && request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase))
            {
                var file = OnlyFile(await request.ReadFormAsync(context.RequestAborted));
                response.ContentType = file.ContentType is { Length: > 0 } type ? type : Unknown;
                await using var content = file.OpenReadStream();
                await engine.Files.RedactAsync(content, response.Body, NameOf(file), cancellationToken: context.RequestAborted);
                return;
            }
            response.ContentType = request.ContentType ?? Unknown;
            await engine.Files.RedactAsync(request.Body, response.Body, response.ContentType, cancellationToken: context.RequestAborted);
        }
        catch (RedactionException failure) when (!response.HasStarted)
        {
            await FailureProblems.WriteAsync(context, failure);
        }
    }

    private static IFormFile OnlyFile(IFormCollection form)
    {
        if (form.Files.Count == 1) return form.Files[0];
        throw new RedactionException(ErrorCodes.UnsupportedFormat, Component,
            form.Files.Count == 0 ? "The form has no file: send one, as the body or as a part with a file name."
                : "Send one file a request.");
    }

    /// <summary>What tells the format: the name, or the media type where it has no extension.</summary>
    private static string NameOf(IFormFile file) =>
        Path.HasExtension(file.FileName) || string.IsNullOrEmpty(file.ContentType) ? file.FileName : file.ContentType;
}
