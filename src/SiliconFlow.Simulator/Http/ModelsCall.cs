namespace SiliconFlow.Simulator;

/// <summary>Lists the models.</summary>
internal static class ModelsCall
{
    private static readonly (string Id, string SubType)[] Offered = [(Models.TextToVideo, "text-to-video"), (Models.ImageToVideo, "image-to-video")];

    public static Answer Answer(HttpRequest request)
    {
        string type = request.Query["type"].ToString(), subType = request.Query["sub_type"].ToString();
        var listed = Offered.Where(model => type is "" or "video" && (subType.Length == 0 || subType == model.SubType));
        return Simulator.Answer.Json(JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("object"u8, "list"u8);
            json.WriteStartArray("data"u8);
            foreach (var (id, _) in listed)
            {
                json.WriteStartObject();
                json.WriteString("id"u8, id);
                json.WriteString("object"u8, "model"u8);
                json.WriteNumber("created"u8, 0);
                json.WriteString("owned_by"u8, ""u8);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }));
    }
}
