namespace SiliconFlow.Video.Tests.Prompts;

/// <summary>Reading json and jsonl files.</summary>
public sealed class JsonTests : IDisposable
{
    private readonly PromptFolder _folder = new();

    [Theory]
    [InlineData("a.json", """[{"prompt":"a","seed":7,"image_size":"960x960"},{"提示词":"b","种子":"7","尺寸":"960X960","other":{"deep":[1,2]}}]""")]
    [InlineData("a.jsonl", "{\"prompt\":\"a\",\"seed\":7.0,\"ImageSize\":\"960x960\"}\r\n\r\n \t\r\n{\"Prompt\":\"b\",\"SEED\":\"7\",\"image_size\":\"960x960\",\"name\":null}")]
    [InlineData("a.ndjson", "\uFEFF{\"prompt\":\"a\",\"seed\":7,\"ImageSize\":\"960x960\"}\n{\"Prompt\":\"b\",\"SEED\":7e0,\"image_size\":\"960x960\",\"name\":\" \"}\n")]
    public void Rows_are_objects(string name, string text) =>
        Assert.Equal([("a", 7L, "960x960", null), ("b", 7L, "960x960", null)], PromptFolder.Good(_folder.Read(name, text)).Select(row => (row.Prompt!, row.Seed!.Value, row.ImageSize!, row.Name)));

    [Fact]
    public void One_object_is_one_row() => Assert.Equal(["a"], _folder.Prompts("a.json", " {\"prompt\" : \"a\" } \n"));

    [Fact]
    public void Number_may_be_a_name() => Assert.Equal("0012.50", PromptFolder.Good(_folder.Read("a.jsonl", "{\"prompt\":\"a\",\"name\":\"0012.50\"}"))[0].Name);

    [Theory]
    [InlineData("a.json", "[\n  {\"prompt\": \"猫\", \"seed\": 4.5}\n]", "a.json:2:27 (column seed): The seed '4.5' is not a whole number.")]
    [InlineData("a.json", "[{\"prompt\":\"🐱\"},\n {\"prompt\":7}]", "a.json:2:12 (column prompt): The prompt is a number, not text.")]
    [InlineData("a.json", "[{\"prompt\":true}]", "a.json:1:12 (column prompt): The value has to be text or a number.")]
    [InlineData("a.json", "[{\"prompt\":{\"text\":\"a\"}}]", "a.json:1:12 (column prompt): The value has to be text or a number.")]
    [InlineData("a.json", "[{\"prompt\":[\"a\"]}]", "a.json:1:12 (column prompt): The value has to be text or a number.")]
    [InlineData("a.json", "[{\"prompt\":\"a\"},\n\"b\"]", "a.json:2:1: A row has to be an object.")]
    [InlineData("a.json", "[{\"prompt\":\"a\"},\n[{}]]", "a.json:2:1: A row has to be an object.")]
    [InlineData("a.json", "[{\"prompt\":\"a\"},{\"seed\":1}]", "a.json:1:17: The prompt is missing or blank.")]
    [InlineData("a.json", "[{\"prompt\":\"a\"},{\"prompt\":null}]", "a.json:1:17: The prompt is missing or blank.")]
    [InlineData("a.json", "{\"prompt\":\"a\",\"提示词\":\"b\"}", "a.json:1:15 (column 提示词): The properties 'prompt' and '提示词' mean the same; keep one of them.")]
    [InlineData("a.json", "{\"prompt\":\"a\",\"prompt\":\"b\"}", "a.json:1:15 (column prompt): The properties 'prompt' and 'prompt' mean the same; keep one of them.")]
    [InlineData("a.json", "{\"prompt\":\"a\\ud83d\"}", "a.json:1:11 (column prompt): The text holds half a character (an unpaired surrogate).")]
    [InlineData("a.json", "{\"prompt\":\"a\",\"\\ud83d\":1}", "a.json:1:15: The name of the property is not valid text.")]
    [InlineData("a.json", "{\"prompt\":\"a\",\"seed\":\"1e5\"}", "a.json:1:22 (column seed): The seed '1e5' was rounded by the spreadsheet. Format the column as whole numbers there, and save the file again.")]
    [InlineData("a.jsonl", "{\"prompt\":\"a\"}\n{\"prompt\":\"b\",}\n{\"prompt\":\"c\"}", "a.jsonl:2:15: This is not valid JSON. ")]
    [InlineData("a.jsonl", "{\"prompt\":\"a\"} {\"prompt\":\"b\"}", "a.jsonl:1:16: This is not valid JSON. ")]
    [InlineData("a.jsonl", "{\"prompt\":\"a\"}\n[{\"prompt\":\"b\"}]", "a.jsonl:2:1: A row has to be an object.")]
    [InlineData("a.jsonl", "{\"prompt\":\"a\"}\n{\"prompt\":\"b\"", "a.jsonl:2:14: This is not valid JSON. ")]
    [InlineData("a.jsonl", "{\"prompt\":\"a\"}\n// b", "a.jsonl:2:1: This is not valid JSON. ")]
    public void Fault_is_told_with_its_place(string name, string text, string fault) =>
        Assert.StartsWith(fault, Assert.Single(_folder.Faults(name, text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "a.json:1:1: This is not valid JSON. ")]
    [InlineData("[{\"prompt\":\"a\"},\n {\"prompt\":\"b\"}", "a.json:2:16: This is not valid JSON. ")]
    [InlineData("[{\"prompt\":\"猫\"}\n {\"prompt\":\"b\"}]", "a.json:2:2: This is not valid JSON. ")]
    [InlineData("[{\"prompt\":\"a\"}] x", "a.json:1:18: This is not valid JSON. ")]
    [InlineData("\"a\"", "a.json:1:1: An array of objects is needed, or one object.")]
    [InlineData("{\"promt\":\"a\",\"n\":1}", "a.json:1:1: No column is Prompt or Image. There are: 'promt', 'n'.")]
    public void File_that_cannot_be_read_as_a_whole_is_one_error(string text, string message) =>
        Assert.StartsWith(message, _folder.Fail("a.json", text).Message, StringComparison.Ordinal);

    [Fact]
    public void Properties_that_are_not_known_are_told_once() =>
        Assert.Equal(["promt", "n"], _folder.Read("a.jsonl", "{\"prompt\":\"a\",\"promt\":1}\n{\"prompt\":\"a\",\"promt\":1,\"n\":2}").Unknown);

    [Fact]
    public void Empty_object_lacks_a_prompt() => Assert.Equal(["a.json:1:2: The prompt is missing or blank."], _folder.Faults("a.json", "[{}]"));

    [Fact]
    public void Deep_nesting_is_an_error_and_no_overflow() =>
        Assert.StartsWith("a.json:1:", _folder.Fail("a.json", "[{\"prompt\":\"a\",\"x\":" + new string('[', 100_000)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("a.json", "[]")]
    [InlineData("a.jsonl", "")]
    [InlineData("a.jsonl", "\uFEFF\n\n")]
    public void Nothing_is_no_row(string name, string text) => Assert.Empty(_folder.Read(name, text).Rows);

    public void Dispose() => _folder.Dispose();
}
