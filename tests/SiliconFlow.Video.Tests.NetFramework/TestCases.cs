using Xunit.Abstractions;
using Xunit.Sdk;

namespace SiliconFlow.Video.Tests;

/// <summary>Takes down what tests there are.</summary>
internal sealed class TestCases : LongLivedMarshalByRefObject, IMessageSink, IDisposable
{
    public List<IXunitTestCase> All { get; } = [];

    public ManualResetEvent Ended { get; } = new(false);

    public bool OnMessage(IMessageSinkMessage message)
    {
        switch (message)
        {
            case ITestCaseDiscoveryMessage found:
                All.Add((IXunitTestCase)found.TestCase);
                break;
            case IDiscoveryCompleteMessage:
                Ended.Set();
                break;
        }

        return true;
    }

    public void Dispose() => Ended.Dispose();
}
