using System.Runtime.InteropServices;
using SiliconFlow.Simulator;

if (args is ["--help"] or ["-h"])
{
    Console.WriteLine(CommandLine.Usage);
    return 0;
}

SimulatorOptions options;
try
{
    options = CommandLine.Parse(args);
}
catch (FormatException e)
{
    await Console.Error.WriteLineAsync($"{e.Message}\n\n{CommandLine.Usage}");
    return 2;
}

var stopped = new TaskCompletionSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    await using var simulator = await ServiceSimulator.StartAsync(options);
    Console.WriteLine(simulator.BaseUri);
    await stopped.Task;
    return 0;
}
catch (IOException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopped.TrySetResult();
}
