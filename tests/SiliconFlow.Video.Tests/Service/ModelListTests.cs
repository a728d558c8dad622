using System.Text;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Tests.Service;

public sealed class ModelListTests
{
    private static readonly Uri Address = new("https://a/v1");

    [Fact]
    public void The_service_s_list_is_read()
    {
        var model = Assert.Single(Read(SampleBodies.Text("models-200"))!);

        Assert.Equal(("Wan-AI/Wan2.2-T2V-A14B", SFVideoModelKind.ImageToVideo, null, Address), (model.Id, model.Kind, model.OwnedBy, model.BaseUri));
        Assert.Equal(model.Id, model.CustomModel);
    }

    [Theory]
    [InlineData("""{"data":[]}""", "")]
    [InlineData("""{"object":"list"}""", "")]
    [InlineData("""{"object":"list","data":null}""", "")]
    [InlineData("""{"object":"list","data":{"id":"a"}}""", "")]
    [InlineData("""{"DATA":[{"ID":"a/b","New":[1]},{"id":" c "},{"id":7}],"next":null}""", "a/b,c,7")]
    [InlineData("""{"data":[null,1,"a",[],{},{"id":null},{"id":""},{"id":{"a":1}},{"id":"b"},{"id":"b"},{"id":"B"}]}""", "b,B")]
    [InlineData("""{"data":[{"id":"\u001b[31mred"},{"id":"two\nlines"},{"id":"\ud83d"},{"id":"猫/模型"}]}""", "猫/模型")]
    public void What_is_absent_null_or_of_another_type_is_left_out(string body, string ids) => Assert.Equal(ids, string.Join(",", Read(body)!.Select(model => model.Id)));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"list\"")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"code":50000,"message":"no","data":null}""")]
    [InlineData("<html>")]
    public void Another_answer_is_none(string body) => Assert.Null(Read(body));

    [Theory]
    [InlineData("\"\"", null)]
    [InlineData("null", null)]
    [InlineData("\" Wan\\n\\u001b[0m AI \"", "Wan [0m AI")]
    [InlineData("\"of " + ServiceRig.Key + "\"", "of ***")]
    public void The_owner_is_one_line_or_none(string json, string? expected)
    {
        var owner = Assert.Single(Read($$"""{"data":[{"id":"a","owned_by":{{json}}}]}""")!).OwnedBy;

        Assert.Equal(expected, owner);
    }

    private static IReadOnlyList<SFVideoModel>? Read(string body) =>
        ModelList.Read(JsonFields.Parse(Encoding.UTF8.GetBytes(body)), SFVideoModelKind.ImageToVideo, Address, ApiKey.Parse(ServiceRig.Key));
}
