using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Extensions;

namespace SiliconFlow.Simulator;

/// <summary>Writes and checks links that carry their own permission and its end, in the manner of S3.</summary>
internal sealed class LinkSigner(SimulatorOptions options)
{
    private const string DateFormat = "yyyyMMdd'T'HHmmss'Z'";

    private readonly byte[] _key = Encoding.UTF8.GetBytes(Seeded.Hex(options.Seed, "link key", 0, 64));

    /// <summary>How a link stands.</summary>
    internal enum Verdict
    {
        Good,
        Expired,
        Forged,
    }

    private long LifetimeSeconds => (long)Math.Ceiling(options.LinkLifetime.TotalSeconds);

    /// <summary>The path and query of a link that works from a moment on, for its lifetime.</summary>
    public string Sign(string path, DateTimeOffset from)
    {
        var date = from.UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture);
        var expires = LifetimeSeconds.ToString(CultureInfo.InvariantCulture);
        var query = new QueryBuilder
        {
            { "X-Amz-Date", date },
            { "X-Amz-Expires", expires },
            { "X-Amz-Signature", Signature(path, date, expires) },
        };
        return path + query;
    }

    /// <summary>The path and query of a link that has stopped working already.</summary>
    public string SignExpired(string path) => Sign(path, options.TimeProvider.GetUtcNow() - TimeSpan.FromSeconds(LifetimeSeconds + 1));

    public Verdict Check(string path, IQueryCollection query)
    {
        string date = query["X-Amz-Date"].ToString(), expires = query["X-Amz-Expires"].ToString();
        if (query["X-Amz-Signature"] != Signature(path, date, expires))
        {
            return Verdict.Forged;
        }

        // The signature holds, so both values are our own and well formed.
        var from = DateTimeOffset.ParseExact(date, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        var end = from.AddSeconds(long.Parse(expires, CultureInfo.InvariantCulture));
        return options.TimeProvider.GetUtcNow() < end ? Verdict.Good : Verdict.Expired;
    }

    private string Signature(string path, string date, string expires) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{path}\n{date}\n{expires}")));
}
