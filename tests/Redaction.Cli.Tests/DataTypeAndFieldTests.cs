using Redaction.TestKit;
using Xunit;

namespace Redaction.Cli.Tests;

public sealed class DataTypeAndFieldTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void DataTypes_MixedFolder_EachItemAndRecordHasItsOwn()
    {
        Write("""
            id: mixed
            extends: default
            dataTypes:
              - { path: calls/**, is: spoken }
              - { field: channel, equals: [chat, "7"], is: chat }
              - { path: "*.log", is: log }
            rules:
              - { dataType: spoken, entity: date, operator: erase }
              - { dataType: chat, entity: date, operator: keep }
              - { dataType: log, entity: date, operator: mask }
              - { dataType: other, entity: date, operator: label, with: { template: "<date>" } }
            """);
        _folder.Write("in/calls/deep/a.txt", "on 2024-03-04");
        _folder.Write("in/b.jsonl",
            "{\"channel\":\"chat\",\"t\":\"on 2024-03-04\"}\n{\"t\":\"on 2024-03-04\"}\n{\"t\":\"on 2024-03-04\",\"channel\":7}\n");
        _folder.Write("in/c.csv", "channel,text\nchat,on 2024-03-04\nmail,on 2024-03-04\n");
        _folder.Write("in/d.json", "[{\"t\":\"on 2024-03-04\",\"channel\":\"chat\"},{\"t\":\"on 2024-03-04\"}]");
        _folder.Write("in/logs/e.log.txt", "on 2024-03-04");

        var run = Run("--data-type", "other");

        Assert.Equal(ExitCodes.Done, run.Status);
        Assert.Equal("on ", Output("calls/deep/a.txt"));
        Assert.Equal(
            "{\"channel\":\"chat\",\"t\":\"on 2024-03-04\"}\n{\"t\":\"on <date>\"}\n{\"t\":\"on 2024-03-04\",\"channel\":7}\n",
            Output("b.jsonl"));
        Assert.Equal("channel,text\nchat,on 2024-03-04\nmail,on <date>\n", Output("c.csv"));
        Assert.Equal("[{\"t\":\"on 2024-03-04\",\"channel\":\"chat\"},{\"t\":\"on <date>\"}]", Output("d.json"));
        Assert.Equal("on <date>", Output("logs/e.log.txt"));
    }

    [Theory]
    // What the policy says, a record, and what is left of it.
    [InlineData("only: [text]", """{"id":1,"text":"hi","user":{"id":2}}""", """{"text":"hi"}""")]
    [InlineData("only: [text]", """{ "id" : 1 , "a" : { "text" : "hi" , "b" : [ 1 ] } , "c" : 2 }""", """{ "a" : { "text" : "hi" } }""")]
    [InlineData("only: [$.text]", """{"a":{"text":"hi"},"text":{"x":[1,{"y":2}]}}""", """{"text":{"x":[1,{"y":2}]}}""")]
    [InlineData("only: ['$.m[*].c']", """{"m":[{"r":"u","c":"hi"},{"r":"a"},3]}""", """{"m":[{"c":"hi"},{},null]}""")]
    [InlineData("only: [text]", """["a",{"text":"hi"}]""", """[null,{"text":"hi"}]""")]
    [InlineData("only: [text]", """{"id":1,"m":{}}""", "{}")]
    [InlineData("drop: [user, '$.t[*]']", """{"user":{"id":2},"x":{"user":3,"y":4},"t":[1,2],"z":5}""", """{"x":{"y":4},"t":[],"z":5}""")]
    [InlineData("drop: [b]", """{"a":1,"b":2}""", """{"a":1}""")]
    [InlineData("drop: [a]", """{"a":1,"b":2}""", """{"b":2}""")]
    public void Fields_Record_LeavesWithWhatIsNeeded(string fields, string record, string left)
    {
        Write($"id: p\nextends: default\nfields: {{ {fields} }}\n");
        _folder.Write("in/a.jsonl", record + "\n");
        _folder.Write("in/b.json", record);

        Run("--allow-unmatched");

        Assert.Equal(left + "\n", Output("a.jsonl"));
        Assert.Equal(left, Output("b.json"));
    }

    [Fact]
    public void Fields_Table_IsCountedByName()
    {
        Write("id: p\nextends: default\nfields: { drop: [email, phone] }\n");
        _folder.Write("in/a.csv", "id;email;\"text\"\r\n1;a@example.com;\"say \"\"hi\"\"; ok\"\r\n2;b@example.com;\r\n");

        var run = Run();

        Assert.Equal(ExitCodes.Quarantined, run.Status); // nobody has a 'phone'
        Assert.Contains("'phone' is in no record", run.Error, StringComparison.Ordinal);
        Assert.Contains("left out: email", run.Error, StringComparison.Ordinal);
        Assert.Equal("id;\"text\"\r\n1;\"say \"\"hi\"\"; ok\"\r\n2;\r\n", Output("a.csv"));
        Assert.Contains("\"dropped\":{\"email\":2}", Output("manifest.jsonl"), StringComparison.Ordinal);
        Assert.Contains("left out email", Output("report.html"), StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Done, CommandRun.Of("verify", _folder.PathOf("out"), "--policy", _folder.PathOf("p.yaml")).Status);
    }

    [Fact]
    public void Fields_OnlyWithoutSuchAColumn_IsRefused()
    {
        Write("id: p\nextends: default\nfields: { only: [txet] }\n");
        _folder.Write("in/a.csv", "id,text\n1,hi\n");

        Assert.Equal(ExitCodes.Quarantined, Run().Status);
        Assert.False(File.Exists(_folder.PathOf("out/a.csv")));
    }

    [Fact]
    public void Fields_Worker_LeavesThemOutToo()
    {
        Write("id: p\nextends: default\nfields: { only: [text] }\n");

        var run = CommandRun.Fed(
            "{\"id\":1,\"text\":\"tola@example.com\"}\n", CancellationToken.None, "worker", "--policy", _folder.PathOf("p.yaml"));

        Assert.Equal("{\"text\":\"[email]\"}\n", run.Output);
    }

    private void Write(string policy) => _folder.Write("p.yaml", policy);

    private CommandRun Run(params string[] options) => CommandRun.Of(
        ["run", _folder.PathOf("in"), "--out", _folder.PathOf("out"), "--policy", _folder.PathOf("p.yaml"), .. options]);

    private string Output(string name) => File.ReadAllText(_folder.PathOf("out/" + name));
}
