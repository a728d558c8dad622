using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.Examples;

public sealed class ExampleFilesTests
{
    public static TheoryData<string> Scripts => [.. Directory.EnumerateFiles(Repository.Example(""), "*.ps1").Select(file => Path.GetFileName(file))];

    // Windows PowerShell reads a file without a byte order mark in the code page of the machine.
    [Theory]
    [MemberData(nameof(Scripts))]
    public void Scripts_read_the_same_in_every_code_page(string script)
        => Assert.All(File.ReadAllBytes(Repository.Example(script)), character => Assert.InRange(character, 0, 127));

    [Fact]
    public void The_prompts_start_with_a_byte_order_mark()
        => Assert.Equal([0xEF, 0xBB, 0xBF], File.ReadAllBytes(Repository.Example("prompts.csv"))[..3]);
}
