namespace Redaction.Text;

/// <summary>Names of accounts where their place tells them: home folders of every system, profile pages of the large services, handles
/// in chats, the lines that servers write about logins, arguments of commands and lists of files.</summary>
internal sealed class UserName : ITextDetector
{
    internal const string Id = "username";

    public static EntityType Type { get; } = new("username");

    public static ITextDetector Detector { get; } = new UserName();

    public DetectorInfo Info { get; } = new(Id, Type);

    public void Detect(TextSource source, FindingSink<TextSpan> findings)
    {
        UserFolders.Find(source.Text, findings);
        ProfilePages.Find(source.Text, findings);
        Handles.Find(source.Text, findings);
        LoginLines.Find(source.Text, findings);
        AccountCommands.Find(source.Text, findings);
        TerminalLines.Find(source.Text, findings);
        DomainAccounts.Find(source.Text, findings);
        ChatSpeakers.Find(source.Text, findings);
        AccountTags.Find(source.Text, findings);
    }
}
