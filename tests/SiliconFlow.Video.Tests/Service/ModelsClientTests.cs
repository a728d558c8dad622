using SiliconFlow.Simulator;
using SiliconFlow.Video.Service;

namespace SiliconFlow.Video.Tests.Service;

public sealed class ModelsClientTests
{
    [Fact]
    public async Task Each_kind_has_a_list_of_its_own()
    {
        await using var rig = await ServiceRig.StartAsync();
        var client = new ModelsClient(rig.Connection, rig.Observer);

        var text = await client.ListAsync(SFVideoModelKind.TextToVideo, CancellationToken.None);
        var image = await client.ListAsync(SFVideoModelKind.ImageToVideo, CancellationToken.None);

        Assert.Equal(("Wan-AI/Wan2.2-T2V-A14B", SFVideoModelKind.TextToVideo), (Assert.Single(text).Id, text[0].Kind));
        Assert.Equal(("Wan-AI/Wan2.2-I2V-A14B", SFVideoModelKind.ImageToVideo), (Assert.Single(image).Id, image[0].Kind));
        Assert.All(rig.Calls(Operation.Models), call => Assert.True(call.AuthorizationPresent));
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_asked_for_again()
    {
        await using var rig = await ServiceRig.StartAsync();
        rig.Simulator.SetFaults(new FaultRule { Operation = Operation.Models, Occurrences = "1-2", Fault = FaultKind.DropMidBody });

        Assert.Single(await new ModelsClient(rig.Connection, rig.Observer, ServiceRig.AtOnce).ListAsync(SFVideoModelKind.TextToVideo, CancellationToken.None));

        Assert.Equal(3, rig.Calls(Operation.Models).Length);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var rig = await ServiceRig.StartAsync();
        rig.Simulator.SetFaults(new FaultRule { Operation = Operation.Models, Fault = FaultKind.Redirect, Location = "/v1/models" });

        var error = await Assert.ThrowsAsync<SFVideoNotFoundException>(() => new ModelsClient(rig.Connection, rig.Observer, ServiceRig.AtOnce).ListAsync(SFVideoModelKind.TextToVideo, CancellationToken.None));

        Assert.Equal("Models", error.Operation);
        Assert.Single(rig.Calls(Operation.Models));
    }
}
