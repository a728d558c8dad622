namespace SiliconFlow.Video.Service;

/// <summary>The secret. It leaves this class only as the Authorization header of a call to the service.</summary>
internal sealed class ApiKey
{
    private const string Mask = "***";
    private readonly string _value;

    private ApiKey(string value) => _value = value;

    /// <summary>The value of the Authorization header.</summary>
    internal string Bearer => "Bearer " + _value;

    /// <summary>Checks that the text can travel in a header, and drops the white space that copying and key files leave around it.</summary>
    /// <exception cref="SFVideoAuthenticationException">There is no key, or it holds characters that no key has. The message does not show it.</exception>
    internal static ApiKey Parse(string? text)
    {
        var value = text?.Trim();
        if (string.IsNullOrEmpty(value))
        {
            throw new SFVideoAuthenticationException(ErrorIds.NotConnected, Messages.KeyBlank);
        }

        return value!.All(c => c is > ' ' and < '\u007f')
            ? new ApiKey(value!)
            : throw new SFVideoAuthenticationException(ErrorIds.NotConnected, Messages.KeyMalformed);
    }

    /// <summary>The text without the key, should the service have echoed it.</summary>
    internal string Scrub(string text) => text.Replace(_value, Mask);

    /// <summary>Never the key.</summary>
    public override string ToString() => Mask;
}
