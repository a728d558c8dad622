using SiliconFlow.Video.Saving;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Tests.Saving;

public sealed class PartialNameTests
{
    private const string Id = "k6c86xim31fv";

    [Theory]
    [InlineData("\"0123456789abcdef0123456789abcdef\"", "a.mp4.k6c86xim31fv.14583.e-0123456789abcdef0123456789abcdef.partial")]
    [InlineData("\"D41D8-12\"", "a.mp4.k6c86xim31fv.14583.e-D41D8-12.partial")]
    [InlineData("\"a.b/c:d*e?\"", "a.mp4.k6c86xim31fv.14583.e-a%2Eb%2Fc%3Ad%2Ae%3F.partial")]
    [InlineData("\"\"", "a.mp4.k6c86xim31fv.14583.e-.partial")]
    [InlineData("Fri, 02 Jan 2026 03:04:05 GMT", "a.mp4.k6c86xim31fv.14583.m-1767323045.partial")]
    public void Name_holds_the_version_and_gives_it_back(string validator, string name)
    {
        var version = new LinkVersion(validator, 14583);

        Assert.True(PartialName.CanHold(version));
        Assert.Equal(name, PartialName.Make("/videos/a.mp4", Id, version));
        Assert.Equal((Id, version), PartialName.Read(name));
    }

    [Fact]
    public void Name_without_a_version_holds_the_job_alone()
    {
        Assert.Equal($"a.mp4.{Id}.partial", PartialName.Make("/videos/a.mp4", Id, null));
        Assert.Equal((Id, null), PartialName.Read($"a.mp4.{Id}.partial"));
    }

    [Theory]
    [InlineData("a.mp4")]
    [InlineData(".partial")]
    [InlineData("partial")]
    [InlineData("a.partial")]
    [InlineData("a.mp4.PARTIAL")]
    public void Other_names_are_no_partial_files(string name) => Assert.Null(PartialName.Read(name));

    [Theory]
    [InlineData("a.k6c86xim31fv.-1.e-x.partial")]
    [InlineData("a.k6c86xim31fv.1.x-x.partial")]
    [InlineData("a.k6c86xim31fv.1.m-soon.partial")]
    [InlineData("a.k6c86xim31fv.1.m-99999999999999.partial")]
    public void Versions_that_are_none_are_not_read(string name) => Assert.Null(PartialName.Read(name)!.Value.Version);

    /// <summary>Ids that some file system takes for one another, or that name something else within a path, must not share a file.</summary>
    [Fact]
    public void Ids_are_not_mistaken_for_one_another()
    {
        string[] ids = ["abc", "ABC", "aBc", "a.b", "a_b", "a/b", "../b", "", " ", "é", "e\u0301", new('a', 41), new('a', 42), new string('a', 41) + 'b'];

        Assert.Equal(ids.Length, ids.Select(PartialName.KeyOf).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(ids, id => Assert.Matches("^[A-Za-z0-9_-]{1,40}$", PartialName.KeyOf(id)));
    }

    [Fact]
    public void Names_fit_into_every_file_system()
    {
        var version = new LinkVersion($"\"{new string('x', 78)}\"", long.MaxValue);
        var name = PartialName.Make($"/videos/{new string('界', 80)}.mp4", new string('a', 40), version);

        Assert.True(PartialName.CanHold(version));
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(name), 200, 240);
        Assert.Equal((new string('a', 40), version), PartialName.Read(name));
        Assert.False(PartialName.CanHold(new LinkVersion($"\"{new string('x', 79)}\"", 1)));
        Assert.False(PartialName.CanHold(new LinkVersion($"\"{new string('/', 30)}\"", 1)));
    }
}
