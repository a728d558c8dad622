using System.Text;
using CsCheck;

namespace SiliconFlow.Video.Tests.Service;

/// <summary>The service's bodies with something wrong: cut, bits turned over, fields twice or of another type, nested deeply, bytes that are no text.</summary>
internal static class MutatedBodies
{
    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e999", "9223372036854775808", "\"\"", "\" \"", "[]", "{}", "[[[[]]]]", @"""\ud83d""", @"""\udc31\u0000""", "\"\u001b[31m\"", "\"\ufffe\"", "猫", "",
        "\"" + new string('x', 5000) + "\"", new string('[', 200), string.Concat(Enumerable.Repeat("{\"status\":", 100)), "\"Succeed\"", "{\"url\":1}", "[{\"url\":\"//\"}]",
    ];

    private static readonly string[] Fields = ["status", "requestId", "results", "videos", "url", "timings", "inference", "seed", "position", "reason", "code", "message", "data", "id", "object", "owned_by"];

    public static Gen<byte[]> Gen { get; } = CsCheck.Gen.Select(CsCheck.Gen.OneOf(SampleBodies.Names.Select(SampleBodies.Bytes).ToArray()), Mutation.Array[0, 4])
        .Select((body, mutations) => mutations.Aggregate(body, (now, mutate) => mutate(now)));

    private static Gen<Func<byte[], byte[]>> Mutation => CsCheck.Gen.OneOf(
        CsCheck.Gen.Double[0, 1].Select(at => (Func<byte[], byte[]>)(body => body[..(int)(at * body.Length)])),
        CsCheck.Gen.Select(CsCheck.Gen.Double.Unit, CsCheck.Gen.Int[0, 7]).Select((at, bit) => (Func<byte[], byte[]>)(body => Turn(body, at, (byte)(1 << bit)))),
        CsCheck.Gen.Select(CsCheck.Gen.Double.Unit, CsCheck.Gen.Byte.Array[1, 4]).Select((at, bytes) => (Func<byte[], byte[]>)(body => Insert(body, at, bytes))),
        CsCheck.Gen.Select(CsCheck.Gen.OneOf(Fields), CsCheck.Gen.OneOf(Values)).Select((name, value) => (Func<byte[], byte[]>)(body => Add(body, name, value))),
        CsCheck.Gen.Select(CsCheck.Gen.OneOf(Fields), CsCheck.Gen.OneOf(Values)).Select((name, value) => (Func<byte[], byte[]>)(body => Replace(body, name, value))));

    private static byte[] Turn(byte[] body, double at, byte bit)
    {
        var copy = body.ToArray();
        if (copy.Length > 0)
        {
            copy[(int)(at * copy.Length)] ^= bit;
        }

        return copy;
    }

    private static byte[] Insert(byte[] body, double at, byte[] bytes)
    {
        var place = (int)(at * body.Length);
        return [.. body.AsSpan(0, place), .. bytes, .. body.AsSpan(place)];
    }

    /// <summary>A field in front of the others, which is then there twice, perhaps.</summary>
    private static byte[] Add(byte[] body, string field, string value)
    {
        var text = Encoding.UTF8.GetString(body);
        return Encoding.UTF8.GetBytes(text.StartsWith('{') ? $"{{\"{field}\":{value},{text[1..]}" : text);
    }

    private static byte[] Replace(byte[] body, string field, string value)
    {
        var text = Encoding.UTF8.GetString(body);
        var start = text.IndexOf($"\"{field}\":", StringComparison.Ordinal);
        if (start < 0)
        {
            return body;
        }

        start += field.Length + 3;
        var end = text.IndexOfAny([',', '}'], start);
        return end < 0 ? body : Encoding.UTF8.GetBytes(text[..start] + value + text[end..]);
    }
}
