using System.Globalization;
using System.Resources;

namespace SiliconFlow.Video;

/// <summary>
/// A text for people. It becomes words only where it is read, in the language of who reads it: errors and reports are made by work in
/// the background, whose threads may belong to another language than the session that waits for them.
/// </summary>
internal sealed class LocalText
{
    private static readonly ResourceManager Resources = new("SiliconFlow.Video.Messages", typeof(LocalText).Assembly);

    private readonly string? _name;
    private readonly object[] _arguments;

    /// <param name="name">The name of the resource.</param>
    /// <param name="arguments">What stands in its places; texts among them are put into the same language.</param>
    internal LocalText(string name, object[] arguments)
    {
        _name = name;
        _arguments = arguments;
    }

    private LocalText(string text)
    {
        _arguments = [text];
    }

    /// <summary>What is the same in every language: a number, or words that somebody else chose.</summary>
    internal static LocalText AsIs(string text) => new(text);

    /// <summary>The text in English, for files: what stands in them must not depend on who wrote them.</summary>
    internal string English => In(CultureInfo.InvariantCulture);

    /// <summary>The text in the language of the current thread.</summary>
    public override string ToString() => In(CultureInfo.CurrentUICulture);

    /// <summary>The text in a language; in English where the module does not have it.</summary>
    internal string In(CultureInfo language)
    {
        if (_name is null)
        {
            return (string)_arguments[0];
        }

        var words = Resources.GetString(_name, language)!;
        return _arguments.Length == 0 ? words : string.Format(CultureInfo.InvariantCulture, words, Array.ConvertAll(_arguments, argument => Said(argument, language)));
    }

    private static object Said(object argument, CultureInfo language) => argument is LocalText text ? text.In(language) : argument;
}
