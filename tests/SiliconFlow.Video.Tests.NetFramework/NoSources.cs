using Xunit.Abstractions;
using Xunit.Sdk;

namespace SiliconFlow.Video.Tests;

/// <summary>Nobody asks where in its file a test stands.</summary>
internal sealed class NoSources : LongLivedMarshalByRefObject, ISourceInformationProvider
{
    public ISourceInformation GetSourceInformation(ITestCase testCase) => new SourceInformation();

    public void Dispose()
    {
    }
}
