// A chat on the console. What is typed goes to the model with placeholders; what comes back has the values again.
using ChatConsole;
using Microsoft.Extensions.AI;
using Redaction;
using Redaction.Extensions.AI;

var engine = new RedactionEngineBuilder().Build();
var model = new ParrotModel(); // in its place goes the client of OpenAI, Azure, Ollama …
using IChatClient client = model.AsBuilder().UseRedaction(engine).Build();
var session = new RedactionSession(); // keeps the numbers of placeholders the same through the conversation
var options = new ChatOptions().WithRedactionSession(session);
var conversation = new List<ChatMessage>();

Console.WriteLine("Say something with a name or an address in it; an empty line ends.");
while (Console.ReadLine() is { Length: > 0 } said)
{
    conversation.Add(new(ChatRole.User, said));
    Console.Write("model: ");
    var answer = new List<ChatResponseUpdate>();
    await foreach (var piece in client.GetStreamingResponseAsync(conversation, options))
    {
        Console.Write(piece.Text);
        answer.Add(piece);
    }
    conversation.AddMessages(answer);
    Console.WriteLine($"\n  (it was sent: {model.Heard})");
}
