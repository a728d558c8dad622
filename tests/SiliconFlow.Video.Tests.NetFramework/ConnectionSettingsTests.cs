using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Authentication;
using SiliconFlow.Video.Service;
using SiliconFlow.Video.Tests.Service;

namespace SiliconFlow.Video.Tests;

[SuppressMessage("Security", "CA5364", Justification = "What old sessions offer; nothing is connected with it.")]
public sealed class ConnectionSettingsTests
{
    [Theory]
    [InlineData(SecurityProtocolType.SystemDefault, SslProtocols.None)]
    [InlineData(SecurityProtocolType.Tls12, SslProtocols.None)]
    [InlineData(SecurityProtocolType.Tls | SecurityProtocolType.Tls11 | SecurityProtocolType.Tls12, SslProtocols.None)]
    [InlineData((SecurityProtocolType)12288, SslProtocols.None)]
    [InlineData(SecurityProtocolType.Ssl3 | SecurityProtocolType.Tls, SslProtocols.Tls12)]
    [InlineData(SecurityProtocolType.Tls | SecurityProtocolType.Tls11, SslProtocols.Tls12)]
    public void A_session_that_offers_nothing_later_than_TLS_1_1_is_given_TLS_1_2_and_others_are_left_alone(SecurityProtocolType offered, SslProtocols expected) =>
        Assert.Equal(expected, ConnectionSettings.ProtocolsFor(offered));

    [Fact]
    public async Task A_call_leaves_what_the_process_offers_as_it_was()
    {
        var before = (ServicePointManager.SecurityProtocol, ServicePointManager.DefaultConnectionLimit, ServicePointManager.MaxServicePointIdleTime, ServicePointManager.UseNagleAlgorithm);
        await using var rig = await ServiceRig.StartAsync();

        await rig.SubmitAsync();

        Assert.Equal(before, (ServicePointManager.SecurityProtocol, ServicePointManager.DefaultConnectionLimit, ServicePointManager.MaxServicePointIdleTime, ServicePointManager.UseNagleAlgorithm));
    }

    [Fact]
    public async Task Connections_to_the_service_end_before_it_closes_them_and_bodies_go_out_at_once()
    {
        await using var rig = await ServiceRig.StartAsync();

        await rig.SubmitAsync();

        var host = ServicePointManager.FindServicePoint(rig.Connection.BaseUri);
        Assert.Equal((30_000, 300_000, false, false), (host.MaxIdleTime, host.ConnectionLeaseTimeout, host.UseNagleAlgorithm, host.Expect100Continue));
        Assert.InRange(host.ConnectionLimit, 256, int.MaxValue);
    }
}
