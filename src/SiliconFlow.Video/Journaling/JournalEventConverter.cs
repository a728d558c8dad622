using System.Text.Json;
using System.Text.Json.Serialization;

namespace SiliconFlow.Video.Journaling;

/// <summary>Events stand in journals by their names, in small letters; numbers would mean nothing to people.</summary>
internal sealed class JournalEventConverter() : JsonStringEnumConverter<JournalEvent>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
