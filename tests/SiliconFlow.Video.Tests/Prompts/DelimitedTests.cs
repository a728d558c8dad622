using System.Text;

namespace SiliconFlow.Video.Tests.Prompts;

/// <summary>Reading csv and tsv files, as programs and people write them.</summary>
public sealed class DelimitedTests : IDisposable
{
    private readonly PromptFolder _folder = new();

    [Theory]
    [InlineData("Prompt", "Name", "NegativePrompt", "Image", "ImageSize", "Seed", "Model")]
    [InlineData("PROMPT", "name", "negative_prompt", "FullName", "image_size", "SEED", "MODEL")]
    [InlineData(" prompt ", "\u00A0Name\u00A0", "Negative Prompt", "PSPath", "image-size", "Seed", "model")]
    [InlineData("提示词", "名称", "负面提示词", "图片", "尺寸", "种子", "模型")]
    [InlineData("正向提示词", "名称", "反向提示词", "图片", "尺寸", "种子", "模型")]
    [InlineData("\"\uFEFF提示词\"", "\" 名称 \"", "负向提示词", "图片", "尺寸", "种子", "模型")]
    public void Columns_go_by_many_names(string prompt, string name, string negative, string image, string size, string seed, string model)
    {
        var file = _folder.Read("a.csv", $"{prompt},{name},{negative},{image},{size},{seed},{model}\nfog,n,rain,https://host/i.png,960X960,7,wan-ai/WAN2.2-i2v-a14b\n");

        var row = Assert.Single(PromptFolder.Good(file));
        Assert.Empty(file.Unknown);
        Assert.Equal(
            ("fog", "n", "rain", "https://host/i.png", "960x960", 7L, "Wan-AI/Wan2.2-I2V-A14B"),
            (row.Prompt, row.Name, row.NegativePrompt, row.Image, row.ImageSize, row.Seed!.Value, row.Model));
        Assert.Equal((1, _folder["a.csv"], 2), (row.Row, row.File, row.Line!.Value));
    }

    [Theory]
    [InlineData("CustomModel")]
    [InlineData("custom_model")]
    [InlineData("自定义模型")]
    public void Custom_model_has_a_column(string header) =>
        Assert.Equal("Some/Other", PromptFolder.Good(_folder.Read("a.csv", $"Prompt,{header}\np, Some/Other \n"))[0].CustomModel);

    [Theory]
    [InlineData("a.csv", "Name,Prompt\nn,p")]
    [InlineData("a.csv", "Name;Prompt\nn;p")]
    [InlineData("a.csv", "Name\tPrompt\nn\tp")]
    [InlineData("a.tsv", "Name\tPrompt\nn\tp")]
    [InlineData("a.tsv", "Name,Prompt\nn,p")]
    [InlineData("a.txt", "sep=;\r\nName;Prompt\r\nn;p")]
    [InlineData("a.csv", "sep=|\r\nName|Prompt\r\nn|p")]
    [InlineData("a.csv", "#TYPE System.Management.Automation.PSCustomObject\r\n\"Name\",\"Prompt\"\r\n\"n\",\"p\"")]
    [InlineData("a.csv", "\r\n\r\n,,\r\nName,Prompt\r\nn,p\r\n")]
    [InlineData("a.csv", "Name,Prompt\rn,p\r")]
    [InlineData("a.csv", "Name,Prompt,,\nn,p,,\n,,,\n\n \n")]
    [InlineData("a.csv", "Name,Prompt\nn,p,,\n")]
    public void Form_is_found_out(string name, string text)
    {
        var row = Assert.Single(PromptFolder.Good(_folder.Read(name, text)));

        Assert.Equal(("n", "p"), (row.Name, row.Prompt));
    }

    [Theory]
    [InlineData("Prompt\n一只猫，看雨；微风\n", "一只猫，看雨；微风")]
    [InlineData("Prompt,Name\n\"a \"\"big\"\" cat, red\",n\n", "a \"big\" cat, red")]
    [InlineData("Prompt,Name\n\"two\r\nlines\",n\n", "two\r\nlines")]
    [InlineData("Prompt,Name\n\"two\nlines\"\t,n\n", "two\nlines")]
    [InlineData("Prompt,Name\n  a cat  ,n\n", "a cat")]
    [InlineData("Prompt,Name\n\"  a cat  \",n\n", "  a cat  ")]
    [InlineData("Prompt,Name\n a 5\" screen,n\n", "a 5\" screen")]
    [InlineData("Prompt,Name\n#1 fan,n\n", "#1 fan")]
    [InlineData("Prompt,Name\n=SUM(A1),n\n", "=SUM(A1)")]
    [InlineData("Prompt\n\"\u3000a\u00A0\"\n", "\u3000a\u00A0")]
    public void Text_is_taken_as_it_is_written(string text, string prompt) => Assert.Equal([prompt], _folder.Prompts("a.csv", text));

    [Fact]
    public void Delimiter_may_be_told()
    {
        Assert.Equal("p", PromptFolder.Good(_folder.Read("a.csv", "Name|Prompt\nn|p", delimiter: '|'))[0].Prompt);
        Assert.Equal("a,b", PromptFolder.Good(_folder.Read("a.csv", "Prompt\na,b", delimiter: ';'))[0].Prompt);
    }

    [Fact]
    public void Lines_are_counted_through_cells_of_several() =>
        Assert.Equal([2, 5, 7], PromptFolder.Good(_folder.Read("a.csv", "Prompt\n\"a\r\nb\rc\"\nd\n\n\"e\"")).Select(row => row.Line!.Value));

    [Theory]
    [InlineData("Prompt,Seed\na,1\nb,x\n", "a.csv:3:3 (column Seed): The seed 'x' is not a whole number.")]
    [InlineData("提示词,种子\n猫,4.5", "a.csv:2:3 (column 种子): The seed '4.5' is not a whole number.")]
    [InlineData("Prompt,Seed\n\"猫\n🐱🐱\", 4.5", "a.csv:3:8 (column Seed): The seed '4.5' is not a whole number.")]
    [InlineData("Prompt,Seed\na,1.23457E+11", "a.csv:2:3 (column Seed): The seed '1.23457E+11' was rounded by the spreadsheet. Format the column as whole numbers there, and save the file again.")]
    [InlineData("Prompt,ImageSize\na,1x1", "a.csv:2:3 (column ImageSize): The image size '1x1' is none of 1280x720, 720x1280 and 960x960.")]
    [InlineData("Prompt,Model\na,gpt", "a.csv:2:3 (column Model): The model 'gpt' is none of Wan-AI/Wan2.2-T2V-A14B and Wan-AI/Wan2.2-I2V-A14B; any other is given as CustomModel.")]
    [InlineData("Prompt,Model\na,Wan-AI/Wan2.2-I2V-A14B", "a.csv:2:3 (column Model): The model Wan-AI/Wan2.2-I2V-A14B makes a video from an image, and no image is given.")]
    [InlineData("Prompt,Model,CustomModel\na,Wan-AI/Wan2.2-T2V-A14B,b", "a.csv:2:26 (column CustomModel): Model and CustomModel are both given; give one of them.")]
    [InlineData("Name,Prompt\nn,\n", "a.csv:2:3 (column Prompt): The prompt is missing or blank.")]
    [InlineData("Name,Prompt\nn, \n", "a.csv:2:4 (column Prompt): The prompt is missing or blank.")]
    [InlineData("Prompt,Name\na,b,c", "a.csv:2:5: The row has more cells than the 2 of the header; put quotes around text that holds ','.")]
    [InlineData("Prompt\na cat, a dog", "a.csv:2:7: The row has more cells than the 1 of the header; put quotes around text that holds ','.")]
    [InlineData("Prompt,Name\na", "a.csv:2:2: The row has 1 of the 2 cells of the header; put quotes around text of several lines.")]
    [InlineData("Prompt,\na,b", "a.csv:2:3: There is text in a column without a header.")]
    [InlineData("Prompt,Name\n\"a\"b,c", "a.csv:2:4 (column Prompt): There is text behind a closing quote; a quote within quotes is written twice.")]
    [InlineData("Prompt,Name\na\"b, \"c\" d", "a.csv:2:10 (column Name): There is text behind a closing quote; a quote within quotes is written twice.")]
    public void Fault_is_told_with_its_place(string text, string fault) => Assert.Equal([fault], _folder.Faults("a.csv", text));

    [Fact]
    public void All_faults_of_all_rows_are_told() => Assert.Equal(
        ["a.csv:2:3 (column Seed)", "a.csv:2:5 (column ImageSize)", "a.csv:4:2 (column Prompt)", "a.csv:4:5 (column ImageSize)"],
        _folder.Faults("a.csv", "Prompt,Seed,ImageSize\na,b,c\nd,1,960x960\n\t,2,1x1").Select(fault => fault[..fault.IndexOf("): ", StringComparison.Ordinal)] + ")"));

    [Fact]
    public void Fault_knows_file_line_column_and_header()
    {
        var fault = _folder.Read("a.csv", "Prompt, seed \na,b").Rows[0].Faults[0];

        Assert.Equal((_folder["a.csv"], 2, 3, "seed"), (fault.File, fault.Line!.Value, fault.Column!.Value, fault.Header));
    }

    [Theory]
    [InlineData("", "a.csv: The file is empty")]
    [InlineData("\uFEFF", "a.csv: The file is empty")]
    [InlineData("\r\n\r\n", "a.csv: The file is empty")]
    [InlineData("Promt,Name\na,b", "a.csv:1:1: No column is Prompt or Image. There are: 'Promt', 'Name'.")]
    [InlineData("提示词，名称\n猫，一", "a.csv:1:1: No column is Prompt or Image. There are: '提示词，名称'. Full-width")]
    [InlineData("Prompt,提示词\na,b", "a.csv:1:8: The columns 'Prompt' and '提示词' mean the same")]
    [InlineData("Image,Prompt,FullName\na,b,c", "a.csv:1:14: The columns 'Image' and 'FullName' mean the same")]
    [InlineData("Prompt,Name\na,b\n\"c,d\ne,f\n", "a.csv:3:1: The quote that opens here is not closed.")]
    [InlineData("Prompt,Name\nc\"d,\"e\nf,g\n", "a.csv:2:5: The quote that opens here is not closed.")]
    [InlineData("Prompt,\"Name\na,b", "a.csv:1:8: The quote that opens here is not closed.")]
    public void File_that_cannot_be_read_as_a_whole_is_one_error(string text, string message) =>
        Assert.StartsWith(message, _folder.Fail("a.csv", text).Message, StringComparison.Ordinal);

    [Fact]
    public void Columns_that_are_not_known_are_told() => Assert.Equal(["promt", "备注"], _folder.Read("a.csv", "Prompt,promt,备注\na,b,c").Unknown);

    [Theory]
    [InlineData("42", 42)]
    [InlineData("42.0", 42)]
    [InlineData("\u00A042\u00A0", 42)]
    [InlineData("-1", -1)]
    [InlineData("9223372036854775807", long.MaxValue)]
    public void Seed_is_a_whole_number(string seed, long expected) =>
        Assert.Equal(expected, PromptFolder.Good(_folder.Read("a.csv", $"Prompt,Seed\na,\"{seed}\"\n"))[0].Seed);

    [Fact]
    public void File_of_images_alone_gets_its_prompt_later()
    {
        var row = Assert.Single(PromptFolder.Good(_folder.Read("a.csv", "图片\nhttps://host/a.png\n")));

        Assert.Equal((null, "https://host/a.png"), (row.Prompt, row.Image));
    }

    [Fact]
    public void Only_a_header_is_no_row_and_no_error() => Assert.Empty(_folder.Read("a.csv", "Prompt,Name\n").Rows);

    [Fact]
    public void Long_line_is_read() => Assert.Equal(20_000_000, _folder.Read("a.csv", Encoding.UTF8.GetBytes("Prompt\n" + new string('a', 20_000_000))).Rows[0].Row.Prompt!.Length);

    public void Dispose() => _folder.Dispose();
}
