using System.Text;
using SiliconFlow.Video.Tests.Hosting;

namespace SiliconFlow.Video.Tests.TryIt;

/// <summary>The stand-in reads what PowerShell's own Import-Csv would, since the example scripts meet both.</summary>
public sealed class ImportCsvTests
{
    private const string ShowRows = "| ForEach-Object { ($_.PSObject.Properties | ForEach-Object { \"$($_.Name)=<$($_.Value)>\" }) -join ' ' }";

    [Theory]
    [InlineData("A,B\n1,2\n3,4\n", "A=<1> B=<2>", "A=<3> B=<4>")]
    [InlineData("A,B\r\n1,2\r\n", "A=<1> B=<2>")]
    [InlineData("A,B\n1,2", "A=<1> B=<2>")]
    [InlineData("A,B\n\n1,2\n\n\n", "A=<1> B=<2>")]
    [InlineData("\"A\",\"B\"\n\"a, b\",\"say \"\"hi\"\"\"\n", "A=<a, b> B=<say \"hi\">")]
    [InlineData("A,B\n\"two\nlines\",2\n", "A=<two\nlines> B=<2>")]
    [InlineData("A,B\n5\" disk,\"\"\n", "A=<5\" disk> B=<>")]
    [InlineData("A,B\n,\n", "A=<> B=<>")]
    [InlineData("A,B\n1\n1,2,3\n", "A=<1> B=<>", "A=<1> B=<2>")]
    [InlineData("A,\n1,2\n", "A=<1> H2=<2>")]
    [InlineData("A,B\n", new string[0])]
    [InlineData("A\n一只猫 🐱\n", "A=<一只猫 🐱>")]
    public void Rows_are_read(string csv, params string[] rows)
    {
        Assert.Equal(rows, Read(csv, "Import-Csv a.csv " + ShowRows).ThrowOnError().Lines);
        Assert.Equal(rows, Read("\uFEFF" + csv, "Import-Csv -LiteralPath a.csv -Encoding UTF8 " + ShowRows).ThrowOnError().Lines);
    }

    [Fact]
    public void Another_delimiter_can_be_given()
        => Assert.Equal(["A=<1,5> B=<2>"], Read("A;B\n1,5;2\n", "Import-Csv a.csv -Delimiter ';' " + ShowRows).ThrowOnError().Lines);

    [Theory]
    [InlineData("A,B,a\n1,2,3\n", "more than once")]
    [InlineData("A,B\n1,\"2\n", "within a cell in quotes")]
    public void What_would_lose_a_cell_is_refused(string csv, string message)
    {
        var result = Read(csv, "Import-Csv a.csv");

        Assert.Empty(result.Output);
        Assert.Contains(message, Assert.Single(result.Errors).Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_encodings_are_refused_and_not_misread()
    {
        var result = Read([.. "A\n"u8, .. Encoding.Latin1.GetBytes("é")], "Import-Csv a.csv");

        Assert.Empty(result.Output);
        Assert.StartsWith("CsvUnreadable,", Assert.Single(result.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_an_error() => Assert.IsType<FileNotFoundException>(Assert.Single(Read("A\n", "Import-Csv -LiteralPath none.csv").Errors).Exception);

    private static ScriptResult Read(string csv, string script) => Read(Encoding.UTF8.GetBytes(csv), script);

    private static ScriptResult Read(byte[] csv, string script)
    {
        using var folder = new TemporaryFolder();
        using var session = ModuleRunspace.OpenBare();
        StandIns.AddTo(session);
        File.WriteAllBytes(folder["a.csv"], csv);
        return session.Run("$null = $ExecutionContext.SessionState.Path.SetLocation($folder); " + script, variables: new Dictionary<string, object?> { ["folder"] = folder.Path });
    }
}
