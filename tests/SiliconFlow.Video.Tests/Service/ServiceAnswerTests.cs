using System.Text;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Tests.Service;

public sealed class ServiceAnswerTests
{
    [Theory]
    [InlineData("""{"code":20012,"message":"Model does not exist.","data":null}""", "Model does not exist.")]
    [InlineData("\"Invalid token\"", "Invalid token")]
    [InlineData("upstream connect error", "upstream connect error")]
    [InlineData("""{"code":1,"message":""}""", """{"code":1,"message":""}""")]
    [InlineData("", "")]
    [InlineData("\r\n\t ", "")]
    [InlineData("<html>\r\n  <h1>503</h1>\r\n</html>\r\n", "<html> <h1>503</h1> </html>")]
    [InlineData("a\u001b[31mred\u0007\0\u0085b", "a [31mred b")]
    [InlineData("余额不足 🐱", "余额不足 🐱")]
    public void Message_is_one_line_for_people(string body, string expected) => Assert.Equal(expected, Answer(400, body).Message(Key));

    [Fact]
    public void Long_message_is_cut() => Assert.Equal(new string('x', 300) + "...", Answer(400, new string('x', 100_000)).Message(Key));

    [Theory]
    [InlineData(298)]
    [InlineData(299)]
    [InlineData(300)]
    public void Cut_does_not_split_a_character(int before)
    {
        var message = Answer(400, new string('x', before) + "🐱🐱🐱").Message(Key);

        Assert.EndsWith("...", message, StringComparison.Ordinal);
        Assert.Equal(message, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(message)));
    }

    [Theory]
    [InlineData("""{"code":50505,"message":"overloaded"}""", true)]
    [InlineData("""{"code":"50505","message":"overloaded"}""", true)]
    [InlineData("""{"code":50505,"message":""}""", false)]
    [InlineData("""{"code":null,"message":"overloaded"}""", false)]
    [InlineData("""{"message":"overloaded"}""", false)]
    [InlineData("""[{"code":50505,"message":"overloaded"}]""", false)]
    [InlineData("overloaded", false)]
    public void Form_of_the_services_own_errors_is_told_from_others(string body, bool expected) => Assert.Equal(expected, Answer(503, body).IsServiceError);

    private static ApiKey Key => ApiKey.Parse(ServiceRig.Key);

    private static ServiceAnswer Answer(int status, string body) => new(status, Encoding.UTF8.GetBytes(body));
}
