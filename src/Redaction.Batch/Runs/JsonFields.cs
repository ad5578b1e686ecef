using System.Text;

namespace Redaction.Batch;

/// <summary>The field that a path belongs to: <c>$.messages[*].content</c> for <c>$.messages[1].content</c>.</summary>
internal static class JsonFields
{
    public static string FieldOf(string path)
    {
        var field = new StringBuilder(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            field.Append(path[i]);
            if (path[i] != '[') continue;
            var end = i + 1;
            while (end < path.Length && char.IsAsciiDigit(path[end])) end++;
            if (end == i + 1 || end == path.Length || path[end] != ']') continue;
            field.Append('*');
            i = end - 1;
        }
        return field.ToString();
    }
}
