using System.Text;
using SiliconFlow.Video.Saving;

namespace SiliconFlow.Video.Tests.Saving;

/// <summary>Which file each job of a run gets.</summary>
public sealed class NamesTests
{
    private static readonly SFVideo Video = new("k6c86xim31fv") { Name = "My cat", Seed = 42, Model = "Wan-AI/Wan2.2-T2V-A14B" };

    [Theory]
    [InlineData("{Name}", "My cat")]
    [InlineData("{name}-{SEED}.mp4", "My cat-42")]
    [InlineData("{Index}_{RequestId}.MP4", "3_k6c86xim31fv")]
    [InlineData("{Model}", "Wan-AI_Wan2.2-T2V-A14B")]
    [InlineData("plain", "plain")]
    [InlineData("a}{Seed}{", "a}42{")]
    [InlineData("video.mp4.mp4", "video.mp4")]
    [InlineData(".mp4", "video k6c86xim31fv")]
    [InlineData("..", "video k6c86xim31fv")]
    public void Template_is_filled_in(string pattern, string expected) => Assert.Equal(expected, FileNameTemplate.Parse(pattern).Expand(Video, 3));

    [Fact]
    public void Name_left_out_is_the_id_and_a_seed_left_out_is_nothing()
    {
        var bare = new SFVideo("k6c86xim31fv");

        Assert.Equal("k6c86xim31fv", FileNameTemplate.Default.Expand(bare, 1));
        Assert.Equal("s-1", FileNameTemplate.Parse("s{Seed}-{Index}").Expand(bare, 1));
        Assert.Equal("video k6c86xim31fv", FileNameTemplate.Parse("{Seed}").Expand(bare, 1));
    }

    [Fact]
    public void Name_is_not_taken_for_a_template_nor_for_a_folder()
    {
        Assert.Equal("{Seed}", FileNameTemplate.Default.Expand(Video with { Name = "{Seed}" }, 1));
        Assert.Equal("_.._a", FileNameTemplate.Default.Expand(Video with { Name = "../../a" }, 1));
        Assert.Equal("video k6c86xim31fv", FileNameTemplate.Default.Expand(Video with { Name = ".." }, 1));
        Assert.Equal("_NUL", FileNameTemplate.Default.Expand(Video with { Name = "NUL" }, 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a/{Name}")]
    [InlineData("..\\{Name}")]
    [InlineData("{Prompt}")]
    [InlineData("{}")]
    [InlineData("{Name }")]
    public void Unusable_template_is_refused(string pattern) =>
        Assert.Equal("InvalidRequest", Assert.Throws<SFVideoInvalidRequestException>(() => FileNameTemplate.Parse(pattern)).ErrorId);

    [Fact]
    public void Equal_names_become_distinct_also_where_case_does_not_count()
    {
        var names = new TargetNames("/videos", FileNameTemplate.Default);

        Assert.Equal(
            ["/videos/My cat.mp4", "/videos/MY CAT_id2.mp4", "/videos/my cat_id2 (2).mp4", "/videos/my cat_id2 (3).mp4", "/videos/other.mp4"],
            new[] { ("My cat", "id1"), ("MY CAT", "id2"), ("my cat", "id2"), ("my cat", "id2"), ("other", "id2") }
                .Select(row => names.Next(new SFVideo(row.Item2) { Name = row.Item1 }).Replace('\\', '/')));
    }

    [Fact]
    public void Names_that_differ_only_past_the_cut_become_distinct_and_stay_short()
    {
        var names = new TargetNames("/videos", FileNameTemplate.Default);
        var text = string.Concat(Enumerable.Repeat("猫🐱", 100));

        var files = Enumerable.Range(1, 20).Select(i => Path.GetFileName(names.Next(new SFVideo(new string((char)('a' + (i % 3)), 300)) { Name = text + i }))).ToArray();

        Assert.Equal(files.Length, files.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(files, file => Assert.InRange(Encoding.UTF8.GetByteCount(file), 1, 255));
    }
}
