using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Languages;

/// <summary>The module's texts as they stand in its source.</summary>
internal static partial class ResourceFiles
{
    public static IReadOnlyList<KeyValuePair<string, string>> English { get; } = Read("Messages.resx");

    public static IReadOnlyList<KeyValuePair<string, string>> Chinese { get; } = Read("Messages.zh-Hans.resx");

    /// <summary>The members of Messages that give a text.</summary>
    public static IReadOnlyList<MethodInfo> Members { get; } =
        [.. typeof(Messages).GetMethods(BindingFlags.Static | BindingFlags.NonPublic).Where(method => method.IsAssembly && method.ReturnType == typeof(LocalText))];

    public static string NameOf(MethodInfo member) => member.Name.StartsWith("get_", StringComparison.Ordinal) ? member.Name[4..] : member.Name;

    /// <summary>The places for arguments, with how they are shown.</summary>
    public static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    /// <summary>A text with all its arguments, one of each kind.</summary>
    public static LocalText Fill(MethodInfo member) => (LocalText)member.Invoke(null, [.. member.GetParameters().Select(parameter => Sample(parameter.ParameterType))])!;

    private static object Sample(Type type) =>
        type == typeof(string) ? "x"
        : type == typeof(LocalText) ? Messages.EmptyFile
        : type == typeof(Uri) ? new Uri("https://example.org")
        : Activator.CreateInstance(type)!;

    private static KeyValuePair<string, string>[] Read(string name) =>
    [
        .. XDocument.Load(Path.Combine(Repository.Root, "src", "SiliconFlow.Video", name)).Root!.Elements("data")
            .Select(data => KeyValuePair.Create(data.Attribute("name")!.Value, data.Element("value")!.Value)),
    ];

    [GeneratedRegex(@"\{\d+(:[^}]*)?\}")]
    private static partial Regex Place();
}
