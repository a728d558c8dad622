using System.Text;
using System.Text.Json;

namespace SiliconFlow.Video.Service;

/// <summary>One answer of the service, or of something that speaks in its place.</summary>
internal sealed class ServiceAnswer
{
    /// <summary>How much of a body that is not the service's is shown.</summary>
    private const int MaxShownLength = 300;

    internal ServiceAnswer(int statusCode, byte[] body)
    {
        StatusCode = statusCode;
        Body = body;
        Json = JsonFields.Parse(body);
    }

    internal int StatusCode { get; }

    internal byte[] Body { get; }

    internal string? TraceId { get; init; }

    internal TimeSpan? RetryAfter { get; init; }

    /// <summary>Where a redirect points, which API calls do not follow.</summary>
    internal Uri? Location { get; init; }

    /// <summary>Why the body is not whole, where it is not.</summary>
    internal Exception? Cut { get; init; }

    internal bool IsSuccess => StatusCode is >= 200 and < 300;

    /// <summary>The body as JSON; null where it is none.</summary>
    internal JsonElement? Json { get; }

    /// <summary>The service's own code.</summary>
    internal int? ServiceCode => Json.Field("code").Small();

    /// <summary>True for the service's own form of error: an object with a code and a message. Gateways do not send one.</summary>
    internal bool IsServiceError => ServiceCode is not null && Json.Field("message").Text() is not null;

    /// <summary>What the answer says, for people: the service's message, a bare JSON text, or the start of whatever came, on one line.</summary>
    /// <param name="key">Is taken out before the text is cut, so that no part of it stays.</param>
    internal string Message(ApiKey key) => OneLine(key.Scrub(Json.Field("message").Text() ?? Json.Text() ?? Encoding.UTF8.GetString(Body)));

    /// <summary>Control characters could drive a terminal, and line ends would tear a table apart.</summary>
    internal static string OneLine(string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, MaxShownLength));
        foreach (var c in text)
        {
            if (line.Length == MaxShownLength)
            {
                // Not half a character: what is cut must stay text.
                line.Length -= char.IsHighSurrogate(line[line.Length - 1]) ? 1 : 0;
                return line.Append("...").ToString();
            }

            var shown = char.IsControl(c) || char.IsWhiteSpace(c) ? ' ' : c;
            if (shown != ' ' || (line.Length > 0 && line[line.Length - 1] != ' '))
            {
                line.Append(shown);
            }
        }

        return line.ToString().TrimEnd();
    }
}
