using System.Text;

namespace SiliconFlow.Simulator;

/// <summary>An answer that is ready to be sent.</summary>
internal sealed class Answer
{
    public required int Status { get; init; }

    public AnswerBody Body { get; init; } = ByteBody.Empty;

    public string? ContentType { get; init; }

    /// <summary>Further headers; a null value takes a header away.</summary>
    public Dictionary<string, string?> Headers { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>An answer in text; the content type follows from how the text begins unless it is given.</summary>
    public static Answer Text(int status, string body, string? contentType = null) => new()
    {
        Status = status,
        Body = new ByteBody(Encoding.UTF8.GetBytes(body)),
        ContentType = contentType ?? TypeOf(body),
    };

    public static Answer Json(byte[] body) => new() { Status = 200, Body = new ByteBody(body), ContentType = "application/json; charset=utf-8" };

    /// <summary>The same answer with another body.</summary>
    public Answer With(AnswerBody body, string? contentType) => new() { Status = Status, Body = body, ContentType = contentType, Headers = Headers };

    /// <summary>The same answer with more headers, or with others.</summary>
    public Answer WithHeaders(IEnumerable<KeyValuePair<string, string?>> headers)
    {
        foreach (var (name, value) in headers)
        {
            Headers[name] = value;
        }

        return this;
    }

    private static string? TypeOf(string body) => body.AsSpan().TrimStart() switch
    {
        [] => null,
        ['{' or '[' or '"', ..] => "application/json; charset=utf-8",
        ['<', '?', ..] => "application/xml",
        ['<', ..] => "text/html; charset=utf-8",
        _ => "text/plain; charset=utf-8",
    };
}
