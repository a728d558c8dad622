using System.Text.Json;
using System.Text.Json.Serialization;

namespace SiliconFlow.Simulator;

/// <summary>Reads and writes an enum as its name in camel case, and takes no numbers.</summary>
/// <typeparam name="T">The enum.</typeparam>
internal sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
