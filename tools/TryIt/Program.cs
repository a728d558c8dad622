using System.Runtime.InteropServices;
using System.Text;
using SiliconFlow.Simulator;
using SiliconFlow.TryIt;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

// The engine would otherwise tell its makers that it runs; here nothing leaves the machine unasked.
Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");

Arguments arguments;
try
{
    arguments = Arguments.Parse(args);
}
catch (FormatException e)
{
    await Console.Error.WriteLineAsync($"{e.Message}\n\n{Arguments.Usage}");
    return 2;
}

if (arguments.Help)
{
    Console.WriteLine(Arguments.Usage);
    return 0;
}

var real = ServiceChoice.IsReal();
await using var simulator = real ? null : await ServiceSimulator.StartAsync(new SimulatorOptions
{
    QueueTime = arguments.GenerationTime / 3,
    RunTime = arguments.GenerationTime * 2 / 3,
    RunTimeSpread = arguments.GenerationTime,
});
if (simulator is not null)
{
    ServiceChoice.UseSimulator(simulator.BaseUri);
    Console.WriteLine($"The service is simulated ({simulator.BaseUri}): nothing is sent to SiliconFlow or charged.");
}

using var session = new Session();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
if (arguments.Script is not null)
{
    return session.Run(arguments.Script);
}

ExampleRun.Announce();
var exitCode = session.Run(ExampleRun.Script(real));
if (simulator is not null && exitCode == 0)
{
    ExampleRun.SayWhatIsNext(simulator);
}

return exitCode;

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    session.Stop();
}
