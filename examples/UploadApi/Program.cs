// Takes a file of any kind and answers with the same file without personal data:
//   curl --data-binary @mail.eml -H 'Content-Type: message/rfc822' http://localhost:5000/redact
//   curl --form file=@photo.jpg http://localhost:5000/redact --output redacted.jpg
using Redaction.Extensions.AspNetCore;
using Redaction.Extensions.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRedactionEngine(builder.Configuration.GetSection("Redaction")); // policy, locales …: appsettings.json
builder.Services.AddRedactionProblems();
builder.Services.AddHealthChecks().AddRedactionEngine();

var app = builder.Build();
app.UseExceptionHandler();
app.MapRedaction("/redact");
app.MapHealthChecks("/health");
app.Run();
