#!/usr/bin/env -S dotnet run
// A script: lines in, lines without personal data out.    dotnet run examples/redact-lines.cs < letters.txt
// Outside this repository the first line is:  #:package Redaction@0.1.0
#:project ../src/Redaction/Redaction.csproj
using Redaction;

var engine = new RedactionEngineBuilder().UsePolicy("gdpr").Build();
while (Console.ReadLine() is { } line) Console.WriteLine(engine.Text.Redact(line));
