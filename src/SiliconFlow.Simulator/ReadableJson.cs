using System.Text.Encodings.Web;
using System.Text.Json;

namespace SiliconFlow.Simulator;

/// <summary>The JSON that people read: prompts in any language, and quotation marks, stand as they are.</summary>
internal static class ReadableJson
{
    public static SimulatorJson Context { get; } = new(new JsonSerializerOptions(SimulatorJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
