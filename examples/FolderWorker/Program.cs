// A service that redacts what lands in a folder. Other programs move finished files in; what could not be redacted stays where it is.
using FolderWorker;
using Redaction.Extensions.Hosting;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddRedactionEngine(builder.Configuration.GetSection("Redaction"));
builder.Services.AddHostedService<InboxService>();
builder.Build().Run();
