using SiliconFlow.Simulator;
using SiliconFlow.Video.Journaling;

namespace SiliconFlow.Video.Tests.Commands;

/// <summary>Errors that every further row would meet, and limits: where a batch ends before its rows do.</summary>
public sealed class JournalHaltTests : JournalTest
{
    [Theory]
    [InlineData(401, "\"Invalid token\"", "Unauthorized")]
    [InlineData(402, "\"pay\"", "InsufficientBalance")]
    [InlineData(403, "{\"code\":30001,\"message\":\"Sorry, your account balance is insufficient\",\"data\":null}", "InsufficientBalance")]
    [InlineData(403, "\"Forbidden\"", "Forbidden")]
    [InlineData(404, "\"404 page not found\"", "EndpointNotFound")]
    public void Submitting_ends_with_the_first_refusal_and_the_next_run_goes_on(int status, string body, string id)
    {
        Refuse(Service, status, body, "2-");

        var first = Run(Submit + " -ThrottleLimit 1", Rows("a", "b", "c", "d"));

        var error = Error(first);
        Assert.Equal(id, Id(error));
        Assert.Contains("3 of 4 rows were not taken", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, CallsOf(Operation.Submit));
        Assert.Equal([JournalEvent.Intent, JournalEvent.Submitted, JournalEvent.Intent, JournalEvent.Rejected], Events());

        Service.SetFaults();
        var second = Run(Submit, Rows("a", "b", "c", "d")).ThrowOnError();
        Assert.Equal(["a", "b", "c", "d"], Texts(second, "Prompt"));
        Assert.Equal(["a", "b", "c", "d"], Paid);
    }

    [Fact]
    public void The_error_counts_all_rows_that_were_not_sent_and_rows_that_are_paid_go_on()
    {
        Run(Submit, Rows("paid")).ThrowOnError();
        Refuse(Service, 403, "\"Forbidden\"");

        var result = Run(Line.Replace("run.jsonl", "run.jsonl -ThrottleLimit 1", StringComparison.Ordinal), Rows("a", "b", "paid", "c"));

        Assert.Equal("paid", Assert.Single(result.Output).Properties["Prompt"].Value);
        Assert.Contains("3 of 4 rows were not taken", Assert.Single(result.Errors).ToString(), StringComparison.Ordinal);
        Assert.Equal(2, CallsOf(Operation.Submit));
    }

    [Fact]
    public void No_more_than_the_asked_number_of_rows_is_paid_and_the_rest_is_told()
    {
        var first = Run(Submit + " -MaxSubmissions 2", Rows("a", "b", "c", "d", "e")).ThrowOnError();
        Assert.Equal(["a", "b"], Texts(first, "Prompt"));
        Assert.StartsWith("3 rows were not submitted", Assert.Single(first.Warnings), StringComparison.Ordinal);

        var second = Run(Submit + " -MaxSubmissions 2", Rows("a", "b", "c", "d", "e")).ThrowOnError();
        Assert.Equal(["a", "b", "c", "d"], Texts(second, "Prompt"));
        Assert.StartsWith("1 row was not submitted", Assert.Single(second.Warnings), StringComparison.Ordinal);

        var third = Run(Submit + " -MaxSubmissions 2", Rows("a", "b", "c", "d", "e")).ThrowOnError();
        Assert.Equal(5, third.Output.Count);
        Assert.Empty(third.Warnings);
        Assert.Equal(["a", "b", "c", "d", "e"], Paid);

        var none = Run(Submit + " -MaxSubmissions 0", Rows("a", "f")).ThrowOnError();
        Assert.Equal(["a"], Texts(none, "Prompt"));
        Assert.Equal(5, Service.Bill.Count);
    }
}
