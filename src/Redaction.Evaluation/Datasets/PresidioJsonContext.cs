using System.Text.Json;
using System.Text.Json.Serialization;

namespace Redaction.Evaluation;

[JsonSerializable(typeof(JsonElement))]
internal sealed partial class PresidioJsonContext : JsonSerializerContext;
