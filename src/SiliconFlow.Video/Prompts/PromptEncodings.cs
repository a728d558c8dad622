using System.Globalization;
using System.Text;

namespace SiliconFlow.Video.Prompts;

/// <summary>Encodings by the names that PowerShell and .NET give them.</summary>
internal static class PromptEncodings
{
    /// <summary>The name under which Excel's files of China are asked for: it takes in GBK and GB2312.</summary>
    internal const string Gb18030 = "gb18030";

    /// <summary>The names that are offered: those of PowerShell 7 and Windows PowerShell, and the common ones of China.</summary>
    internal static IReadOnlyList<string> Names { get; } =
        ["utf8", "utf8BOM", "utf8NoBOM", "unicode", "bigendianunicode", "utf32", "bigendianutf32", "ascii", "ansi", "oem", "default", Gb18030, "gbk", "gb2312", "big5"];

    /// <summary>Finds an encoding.</summary>
    /// <param name="name">One of <see cref="Names"/>, any other that .NET knows, or the number of a code page.</param>
    /// <exception cref="ArgumentException">There is no such encoding.</exception>
    internal static Encoding Find(string name)
    {
        var culture = CultureInfo.CurrentCulture.TextInfo;
        var wanted = name.Trim();
        return wanted.ToUpperInvariant() switch
        {
            "UTF8" or "UTF8BOM" or "UTF8NOBOM" => Encoding.UTF8,
            "UNICODE" => Encoding.Unicode,
            "BIGENDIANUNICODE" => Encoding.BigEndianUnicode,
            "UTF32" => Encoding.UTF32,
            "BIGENDIANUTF32" => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
            "ASCII" => Encoding.ASCII,
            "ANSI" => OfPage(culture.ANSICodePage),
            "OEM" => OfPage(culture.OEMCodePage),
#if NETFRAMEWORK
            "DEFAULT" => OfPage(culture.ANSICodePage),
#else
            "DEFAULT" => Encoding.UTF8,
#endif
            _ => int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? OfPage(page) : OfName(wanted),
        };
    }

    /// <summary>The same encoding, which refuses bytes that it does not know: others would become other characters.</summary>
    internal static Encoding Strict(Encoding encoding) => With(encoding, DecoderFallback.ExceptionFallback);

    /// <summary>The same encoding, which puts U+FFFD for bytes that it does not know.</summary>
    internal static Encoding Lenient(Encoding encoding) => With(encoding, new DecoderReplacementFallback("\uFFFD"));

    private static Encoding With(Encoding encoding, DecoderFallback fallback)
    {
        var other = (Encoding)encoding.Clone();
        other.DecoderFallback = fallback;
        return other;
    }

    private static Encoding OfPage(int page)
    {
        try
        {
            return OwnOfPage(page) ?? Encoding.GetEncoding(page);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new ArgumentException(Messages.CodePageUnknown(page).ToString(), e);
        }
    }

    private static Encoding OfName(string name)
    {
        try
        {
            return OwnOfName(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new ArgumentException(Messages.EncodingUnknown(name, string.Join(", ", Names)).ToString(), e);
        }
    }

#if NETFRAMEWORK
    private static Encoding? OwnOfPage(int page) => null;

    private static Encoding? OwnOfName(string name) => null;
#else
    // Asked directly: to register the provider would change what the whole process understands by a name.
    private static Encoding? OwnOfPage(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page);

    private static Encoding? OwnOfName(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name);
#endif
}
