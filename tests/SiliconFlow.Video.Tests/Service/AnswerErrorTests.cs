using SiliconFlow.Simulator;

namespace SiliconFlow.Video.Tests.Service;

/// <summary>Each row of the service's error table, over real sockets.</summary>
public sealed class AnswerErrorTests
{
    public static TheoryData<string> Cases => AnswerCase.Names;

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Submit_tells_what_the_answer_means(string name)
    {
        var expected = AnswerCase.All[name];
        await using var rig = await ServiceRig.StartAsync();
        rig.Simulator.SetFaults(expected.Fault with { Operation = Operation.Submit });

        var error = await Assert.ThrowsAnyAsync<SFVideoException>(() => rig.SubmitAsync());

        Verify(expected, expected.Submit, "Submit", error, rig.Calls(Operation.Submit));
        Assert.Empty(rig.Simulator.Bill);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Status_tells_what_the_answer_means(string name)
    {
        var expected = AnswerCase.All[name];
        await using var rig = await ServiceRig.StartAsync();
        var video = await rig.SubmitAsync();
        rig.Simulator.SetFaults(expected.Fault with { Operation = Operation.Status });

        var error = await Assert.ThrowsAnyAsync<SFVideoException>(() => rig.StatusClient().GetAsync(video, CancellationToken.None));

        Verify(expected, expected.Status, "Status", error, rig.Calls(Operation.Status));
        Assert.Equal(video.RequestId, error.RequestId);
        Assert.Single(rig.Simulator.Bill);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Submit_that_was_taken_all_the_same_is_paid_once_unless_the_answer_denies_it(string name)
    {
        var expected = AnswerCase.All[name];
        var time = new VirtualTime();
        await using var rig = await ServiceRig.StartAsync(time: time);
        rig.Simulator.SetFaults(expected.Fault with { Operation = Operation.Submit, TakesJob = true });

        var submitter = rig.Submitter(retryTimeout: TimeSpan.FromSeconds(5));
        var error = await Record.ExceptionAsync(() => time.RunAsync(submitter.SubmitAsync(ServiceRig.Request())));

        // Only a refusal that says "not taken, come later" is believed and repeated; here it lies.
        Assert.True(error is SFVideoException || submitter.Halt is not null);
        Assert.Equal(expected.Submit.MayRepeat, rig.Simulator.Bill.Count > 1);
        Assert.NotEmpty(rig.Simulator.Bill);
    }

    [Theory]
    [InlineData("error-429", 429)]
    [InlineData("error-503-busy", 503)]
    [InlineData("error-503-overloaded", 503)]
    public async Task Refusal_for_load_is_followed_by_one_job(string sample, int status)
    {
        var time = new VirtualTime();
        await using var rig = await ServiceRig.StartAsync(time: time);
        rig.Simulator.SetFaults(new FaultRule
        {
            Operation = Operation.Submit,
            Fault = FaultKind.Answer,
            Status = status,
            Body = SampleBodies.Text(sample),
            Occurrences = "1-2",
        });

        var video = (await time.RunAsync(rig.Submitter(retryTimeout: TimeSpan.FromMinutes(1)).SubmitAsync(ServiceRig.Request())))!;

        Assert.Equal(rig.Simulator.Bill.Single().RequestId, video.RequestId);
        Assert.Equal(3, rig.Calls(Operation.Submit).Length);
        Assert.Equal(rig.Calls(Operation.Submit)[2].TraceId, video.TraceId);
    }

    private static void Verify(AnswerCase expected, ExpectedError kind, string operation, SFVideoException error, CallRecord[] calls)
    {
        Assert.Equal(kind.Type, error.GetType());
        Assert.Equal(kind.ErrorId, error.ErrorId);
        Assert.Equal(kind.MayRepeat, error.MayRepeat);
        Assert.Equal(operation, error.Operation);
        Assert.Equal(expected.StatusCode, error.StatusCode);
        Assert.Equal(expected.ServiceCode, error.ServiceCode);
        Assert.Contains(expected.Says, error.Message, StringComparison.Ordinal);
        Assert.Contains($"HTTP {expected.StatusCode}", error.Message, StringComparison.Ordinal);
        Assert.Equal(1 + (kind.MayRepeat && operation == "Status" ? ServiceRig.AtOnce.MaxRetries : 0), calls.Length);
        Assert.Equal(calls[^1].TraceId, error.TraceId);
        Assert.Contains(calls[^1].TraceId!, error.Message, StringComparison.Ordinal);
        Assert.True(error.Message.Length < 700, error.Message);
    }
}
